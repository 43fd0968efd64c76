import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useFailures } from '../../store/failures';
import { EachUnitTable } from './EachUnitTable';
import classes from './failures.module.css';
import { ResultView } from './ResultView';

/** What came of the last what-if: one failure in full, or a line for each unit and one of them in full. */
export function WhatIfResults() {
  const { t } = useTranslation('failures');
  const { status, mode, results, failure, revision } = useFailures();
  const current = useDocument((state) => state.revision);
  const [chosen, setChosen] = useState<string | null>(null);
  if (status === 'failed' && failure !== null) {
    return (
      <p className={classes.warning} role="alert" data-testid="failure-failed">
        {t('failed', { reason: failure.message })} {failure.issues[0]?.remedy}
      </p>
    );
  }
  if (results.length === 0) {
    return status === 'cancelled' ? <p className={classes.note}>{t('cancelled')}</p> : null;
  }
  const shown = mode === 'one' ? results[0] : results.find(({ name }) => name === chosen);
  return (
    <>
      {revision !== current && (
        <p className={classes.warning} role="status">
          {t('stale')}
        </p>
      )}
      {mode === 'each-unit' && <EachUnitTable results={results} chosen={chosen} onChoose={setChosen} />}
      {shown !== undefined && <ResultView key={shown.name} result={shown} />}
    </>
  );
}
