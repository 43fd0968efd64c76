import { useTranslation } from 'react-i18next';
import { useFailures } from '../../store/failures';
import { EventBuilder } from './EventBuilder';
import classes from './failures.module.css';
import { LiveFailures } from './LiveFailures';
import { RunBar } from './RunBar';
import { WhatIfResults } from './WhatIfResults';

/** What if this fails: things that fail now, things put together to fail, and what came of it. */
export function FailuresPanel() {
  const { t } = useTranslation('failures');
  const refused = useFailures((state) => state.refused);
  return (
    <div className={classes.panel}>
      <p className={classes.note}>{t('intro')}</p>
      <LiveFailures />
      <EventBuilder />
      {refused !== null && (
        <p className={classes.warning} role="alert">
          {refused.message} {refused.issues[0]?.remedy}
        </p>
      )}
      <RunBar />
      <WhatIfResults />
      <p className={classes.note}>{t('method')}</p>
    </div>
  );
}
