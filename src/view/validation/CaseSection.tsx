import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseRun, useValidation } from '../../store/validation';
import { overallVerdict } from '../../validation/case';
import { CaseFigures } from './CaseFigures';
import { ResultTable } from './ResultTable';
import { useSpeak } from './use-speak';
import { VerdictMark } from './VerdictMark';
import classes from './validation.module.css';

function CaseState({ run }: { run: CaseRun | undefined }) {
  const { t } = useTranslation('validation');
  if (run === undefined) return <span className={classes.state}>{t('state.notRun')}</span>;
  switch (run.status) {
    case 'waiting':
      return <span className={classes.state}>{t('state.waiting')}</span>;
    case 'running':
      return <span className={classes.state}>{t('state.running', { percent: Math.round(100 * run.share) })}</span>;
    case 'failed':
      return <VerdictMark verdict="miss" />;
    case 'done':
      return <VerdictMark verdict={overallVerdict(run.result.rows)} />;
  }
}

/** One case: what it tests, where its numbers come from, and how this browser did. */
export function CaseSection({ id }: { id: string }) {
  const { t } = useTranslation('validation');
  const speak = useSpeak();
  const run = useValidation((state) => state.cases[id]);
  const title = speak({ key: `case.${id}.title` });
  return (
    <section className={classes.case} data-testid={`case-${id}`} data-status={run?.status ?? 'none'}>
      <header className={classes.caseHead}>
        <h2 className={classes.caseTitle}>{title}</h2>
        <CaseState run={run} />
      </header>
      <p className={classes.about}>{speak({ key: `case.${id}.about` })}</p>
      <p className={classes.source}>{t('source', { source: speak({ key: `case.${id}.source` }) })}</p>
      {run?.status === 'running' && (
        <Progress value={100 * run.share} size={3} aria-label={t('progressOf', { title })} transitionDuration={150} />
      )}
      {run?.status === 'failed' && (
        <p className={classes.failure} role="alert">
          {t('failed', { message: run.message })}
        </p>
      )}
      {run?.status === 'done' && (
        <>
          <ResultTable rows={run.result.rows} name={title} />
          <CaseFigures figures={run.result.figures} />
          <p className={classes.source}>
            {run.result.cells > 0
              ? t('ranOnCells', { seconds: run.seconds.toFixed(1), cells: run.result.cells })
              : t('ran', { seconds: run.seconds.toFixed(1) })}
          </p>
        </>
      )}
    </section>
  );
}
