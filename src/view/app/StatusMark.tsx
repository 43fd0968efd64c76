import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconCircleCheck } from '@tabler/icons-react';
import type { StatusLevel } from './inlet-status';

/** A shape for each level, so that colour is never needed to tell them apart. */
export function StatusMark({ level, size = 14 }: { level: StatusLevel; size?: number }) {
  if (level === 'alarm') return <IconAlertOctagonFilled size={size} color="var(--alarm)" aria-hidden="true" />;
  if (level === 'warning') return <IconAlertTriangleFilled size={size} color="var(--warning)" aria-hidden="true" />;
  if (level === 'ok') return <IconCircleCheck size={size} color="var(--ink-dim)" aria-hidden="true" />;
  return null;
}
