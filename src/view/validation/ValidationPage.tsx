import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useValidation } from '../../store/validation';
import { VALIDATION_WORDS } from '../../validation/words';
import { CaseSection } from './CaseSection';
import { RunSummary } from './RunSummary';
import classes from './validation.module.css';

const CASE_IDS: readonly string[] = Object.keys(VALIDATION_WORDS.case);

/** Published and exact problems, solved by this browser while one looks. Opening the page starts the first run. */
export function ValidationPage() {
  const { t } = useTranslation('validation');
  useEffect(() => {
    const { status, start } = useValidation.getState();
    if (status === 'idle') start(CASE_IDS);
  }, []);
  return (
    <div className={classes.page}>
      <p className={classes.about}>{t('intro')}</p>
      <RunSummary caseIds={CASE_IDS} />
      {CASE_IDS.map((id) => (
        <CaseSection key={id} id={id} />
      ))}
      <p className={classes.source}>{t('more')}</p>
    </div>
  );
}
