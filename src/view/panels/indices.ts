import type { FrameScalar } from '../../frame/layout';
import type { MetricKey } from '../../metrics-info/definitions';
import { formatIndex, formatPercentValue, type Shown } from '../numbers/format';

const asPercent = (value: number) => formatPercentValue(value * 100);

/** Numbers that judge the room's air, and the solver, each with its definition. */
export const INDICES: readonly { metric: MetricKey & FrameScalar; format(value: number): Shown }[] = [
  { metric: 'rciHi', format: formatPercentValue },
  { metric: 'rciLo', format: formatPercentValue },
  { metric: 'rti', format: formatPercentValue },
  { metric: 'shi', format: formatIndex },
  { metric: 'rhi', format: formatIndex },
  { metric: 'energyBalanceError', format: asPercent },
  { metric: 'massBalanceError', format: asPercent },
];
