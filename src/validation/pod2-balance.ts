import { AIR_HEAT_CAPACITY } from '../units/air';
import { measuredReturns } from './pod2-decay';
import { COOLERS, meanBetween, type Pod2Drive, type StripPoint } from './pod2-drive';
import type { Pod2Trace } from './pod2-trace';
import { steadyWindows } from './pod2-windows';

/**
 * What the heat balance of the room says about the coolers, by least squares over the steady windows:
 *   meter = rho cp s sum Q (T_return - T_discharge - offset),
 * with Q the flow by fan signal and published curve. No strip enters.
 */
export interface CoolerBalance {
  /** Flow over that of the published fan curve. */
  readonly flowScale: number;
  /** Supply above what the discharge sensors read, K. */
  readonly supplyOffsetKelvin: number;
  /** Standard error of the offset, K, and root mean square of what remains, W; NaN where nothing was fitted. */
  readonly offsetErrorKelvin: number;
  readonly residualW: number;
}

const AS_READ: CoolerBalance = {
  flowScale: 1,
  supplyOffsetKelvin: 0,
  offsetErrorKelvin: Number.NaN,
  residualW: Number.NaN,
};

/** Both numbers need two levels of load: the highest meter at least this many times the lowest. */
const LEAST_SPREAD = 1.5;

export function balanceCoolers(trace: Pod2Trace, drive: Pod2Drive, points: readonly StripPoint[]): CoolerBalance {
  const returns = measuredReturns(trace);
  const meter = trace.column('elec_IT_power_W');
  const rows = steadyWindows(trace, points).map(({ from, to }) => {
    let read = 0;
    let perKelvin = 0;
    for (let n = 0; n < COOLERS; n++) {
      const rate = AIR_HEAT_CAPACITY * meanBetween(drive.coolerM3s[n]!, from, to);
      read += rate * (meanBetween(returns[n]!, from, to) - meanBetween(drive.coolerCelsius[n]!, from, to));
      perKelvin -= rate;
    }
    return { read, perKelvin, meterW: meanBetween(meter, from, to) };
  });
  const meters = rows.map(({ meterW }) => meterW);
  if (rows.length < 3 || Math.max(...meters) < LEAST_SPREAD * Math.min(...meters)) return AS_READ;
  // Normal equations of meter = a read + b perKelvin; the offset is b / a.
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const [aa, ab, bb] = [sum((r) => r.read ** 2), sum((r) => r.read * r.perKelvin), sum((r) => r.perKelvin ** 2)];
  const [ya, yb] = [sum((r) => r.meterW * r.read), sum((r) => r.meterW * r.perKelvin)];
  const determinant = aa * bb - ab * ab;
  const a = (ya * bb - yb * ab) / determinant;
  const b = (yb * aa - ya * ab) / determinant;
  const squares = sum((r) => (r.meterW - a * r.read - b * r.perKelvin) ** 2);
  const variance = squares / (rows.length - 2);
  // Of b / a, from the covariance of a and b.
  const ratio = b / a;
  const relative = (variance / determinant) * (aa + 2 * ratio * ab + ratio * ratio * bb);
  return {
    flowScale: a,
    supplyOffsetKelvin: ratio,
    offsetErrorKelvin: Math.sqrt(relative) / a,
    residualW: Math.sqrt(squares / rows.length),
  };
}

/** The drive with flow and supply as the balance has them. */
export function balancedDrive(drive: Pod2Drive, balance: CoolerBalance): Pod2Drive {
  return {
    ...drive,
    coolerM3s: drive.coolerM3s.map((flow) => flow.map((value) => value * balance.flowScale)),
    coolerCelsius: drive.coolerCelsius.map((celsius) => celsius.map((value) => value + balance.supplyOffsetKelvin)),
  };
}
