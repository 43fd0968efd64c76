import { Button } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useValidation } from '../../store/validation';
import { verdictOf } from '../../validation/case';
import classes from './validation.module.css';

/** How many of the judged numbers are inside floor and aim, as far as the run has come. */
function useCounts() {
  const cases = useValidation((state) => state.cases);
  const runs = Object.values(cases);
  const rows = runs.flatMap((run) => (run.status === 'done' ? run.result.rows : []));
  const verdicts = rows.map(verdictOf).filter((verdict) => verdict !== 'reported');
  return {
    cases: runs.length,
    finished: runs.filter(({ status }) => status === 'done' || status === 'failed').length,
    judged: verdicts.length,
    inside: verdicts.filter((verdict) => verdict !== 'miss').length,
  };
}

/** What the run has shown so far, and how to start and stop it. */
export function RunSummary({ caseIds }: { caseIds: readonly string[] }) {
  const { t } = useTranslation('validation');
  const status = useValidation((state) => state.status);
  const crash = useValidation((state) => state.crash);
  const start = useValidation((state) => state.start);
  const cancel = useValidation((state) => state.cancel);
  const counts = useCounts();
  return (
    <div className={classes.summary}>
      <div role="status" data-testid="validation-summary" data-status={status}>
        <strong>{t(`status.${status}`, { finished: counts.finished, cases: counts.cases })}</strong>{' '}
        {counts.judged > 0 && t('inside', { inside: counts.inside, judged: counts.judged })}
        {crash !== null && <span className={classes.failure}> {crash}</span>}
      </div>
      {status === 'running' ? (
        <Button variant="default" leftSection={<IconX size={15} />} onClick={cancel} data-testid="validation-cancel">
          {t('cancel')}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={15} />}
          onClick={() => start(caseIds)}
          data-testid="validation-start"
        >
          {status === 'idle' ? t('start') : t('startAgain')}
        </Button>
      )}
    </div>
  );
}
