import { useTranslation } from 'react-i18next';
import type { FailureVerdict } from '../../frame/failure';
import { StatusMark } from '../app/StatusMark';
import classes from './failures.module.css';

const levels = { carried: 'ok', 'over-recommended': 'warning', 'over-allowable': 'alarm', dark: 'alarm' } as const;

/** Whether the room carries a failure, by shape and by word. */
export function FailureVerdictMark({ verdict }: { verdict: FailureVerdict }) {
  const { t } = useTranslation('failures');
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <StatusMark level={levels[verdict]} />
      {t(`verdict.${verdict}`)}
    </span>
  );
}
