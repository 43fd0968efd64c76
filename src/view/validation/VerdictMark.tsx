import { IconAlertOctagonFilled, IconCircleCheck, IconCircleCheckFilled, IconCircleDotted } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../validation/case';
import classes from './validation.module.css';

const marks = {
  aim: IconCircleCheckFilled,
  pass: IconCircleCheck,
  miss: IconAlertOctagonFilled,
  reported: IconCircleDotted,
} as const;

/** How a number came out, by shape and by word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('validation');
  const Mark = marks[verdict];
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Mark size={15} aria-hidden="true" />
      {t(`verdict.${verdict}`)}
    </span>
  );
}
