/** A number ready to show: its digits and its unit apart, so that the unit can be set smaller. */
export interface Shown {
  text: string;
  unit: string;
}

/** What stands for a number that is not known. */
export const UNKNOWN = '—';

const significant = new Intl.NumberFormat('en', {
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
  useGrouping: false,
});
const oneDecimal = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});

/** Three significant digits. */
export function threeDigits(value: number): string {
  return Number.isFinite(value) ? significant.format(value === 0 ? 0 : value) : UNKNOWN;
}

const scaled = (value: number, unit: string): Shown => ({ text: threeDigits(value), unit });

/** Power in W, kW or MW. */
export function formatPower(watts: number): Shown {
  const size = Math.abs(watts);
  if (size >= 999_500) return scaled(watts / 1e6, 'MW');
  if (size >= 999.5) return scaled(watts / 1000, 'kW');
  return { text: Number.isFinite(watts) ? String(Math.round(watts)) : UNKNOWN, unit: 'W' };
}

/** Energy in Wh, kWh, MWh or GWh. */
export function formatEnergy(joules: number): Shown {
  const wattHours = joules / 3600;
  const size = Math.abs(wattHours);
  if (size >= 999.5e6) return scaled(wattHours / 1e9, 'GWh');
  if (size >= 999.5e3) return scaled(wattHours / 1e6, 'MWh');
  if (size >= 999.5) return scaled(wattHours / 1000, 'kWh');
  return scaled(wattHours, 'Wh');
}

/** A span of time by its size: seconds, minutes or hours. */
export function formatSeconds(seconds: number): Shown {
  if (!Number.isFinite(seconds)) return { text: UNKNOWN, unit: 's' };
  if (seconds >= 5400) return scaled(seconds / 3600, 'h');
  return seconds >= 90 ? scaled(seconds / 60, 'min') : { text: String(Math.round(seconds)), unit: 's' };
}

/** The same as one text. */
export function formatDuration(seconds: number): string {
  return joinShown(formatSeconds(seconds));
}

export function formatCount(count: number): Shown {
  return { text: Number.isFinite(count) ? String(Math.round(count)) : UNKNOWN, unit: '' };
}

/** A number on an axis: as many digits as it needs, at most `digits`. */
export function axisText(value: number, digits = 3): string {
  return String(Number(value.toPrecision(digits)));
}

/** Power in kW whatever its size, so that a column or an axis keeps one unit. */
export function formatKilowatts(watts: number): Shown {
  const kilowatts = watts / 1000;
  if (!Number.isFinite(kilowatts)) return { text: UNKNOWN, unit: 'kW' };
  return {
    text: Math.abs(kilowatts) < 99.95 ? oneDecimal.format(kilowatts) : String(Math.round(kilowatts)),
    unit: 'kW',
  };
}

export function formatCelsius(celsius: number): Shown {
  return { text: Number.isFinite(celsius) ? oneDecimal.format(celsius) : UNKNOWN, unit: '°C' };
}

export function formatAirflow(m3s: number): Shown {
  return scaled(m3s, 'm³/s');
}

export function formatSpeed(metresPerSecond: number): Shown {
  return scaled(metresPerSecond, 'm/s');
}

export function formatShare(share: number): Shown {
  return { text: Number.isFinite(share) ? String(Math.round(share * 100)) : UNKNOWN, unit: '%' };
}

export function formatPlain(value: number): Shown {
  return scaled(value, '');
}

const perEnergy = [
  { factor: 1, unit: 'J' },
  { factor: 1e3, unit: 'kJ' },
  { factor: 1e6, unit: 'MJ' },
] as const;

/** The energy unit that makes a work-per-joule number readable; it depends on the size only. */
export function energyScale(workPerJoule: number): { factor: number; unit: string } {
  return perEnergy.find(({ factor }) => Math.abs(workPerJoule) * factor >= 1) ?? perEnergy[2];
}

/** A percentage given as such, to a tenth. */
export function formatPercentValue(percent: number): Shown {
  return { text: Number.isFinite(percent) ? oneDecimal.format(percent) : UNKNOWN, unit: '%' };
}

/** An index between 0 and 1, to a hundredth. */
export function formatIndex(index: number): Shown {
  return { text: Number.isFinite(index) ? index.toFixed(2) : UNKNOWN, unit: '' };
}

/** Work per energy, such as `14.2 ssj_ops/J` or `790 GPU-s/MJ`. */
export function formatWorkPerEnergy(workPerJoule: number, workUnit: string | null): Shown {
  if (!Number.isFinite(workPerJoule)) return { text: UNKNOWN, unit: '' };
  const scale = workPerJoule === 0 ? perEnergy[0] : energyScale(workPerJoule);
  return scaled(workPerJoule * scale.factor, `${workUnit ?? '?'}/${scale.unit}`);
}

const prefixes = [
  { size: 999.5e6, factor: 1e-9, prefix: 'G' },
  { size: 999.5e3, factor: 1e-6, prefix: 'M' },
  { size: 999.5, factor: 1e-3, prefix: 'k' },
] as const;

/** Work per second, such as `288 M ssj_ops/s`. */
export function formatWorkRate(workPerSecond: number, workUnit: string | null): Shown {
  const scale = prefixes.find(({ size }) => Math.abs(workPerSecond) >= size);
  const unit = `${workUnit ?? '?'}/s`;
  return scale === undefined
    ? scaled(workPerSecond, unit)
    : scaled(workPerSecond * scale.factor, `${scale.prefix} ${unit}`);
}

/** Simulated time as days and a clock: `02:13:45`, `3 d 02:13:45`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const part = (value: number) => String(value).padStart(2, '0');
  const clock = `${part(Math.floor(whole / 3600) % 24)}:${part(Math.floor(whole / 60) % 60)}:${part(whole % 60)}`;
  const days = Math.floor(whole / 86_400);
  return days > 0 ? `${days} d ${clock}` : clock;
}

/** How many times faster than the wall clock. */
export function formatRate(rate: number): string {
  if (rate < 0.05) return '0×';
  return rate < 9.95 ? `${oneDecimal.format(rate)}×` : `${Math.round(rate)}×`;
}

/**
 * What changed, in the unit and to the last digit in which the number itself is shown; null where that is nothing,
 * or where either number is not known.
 */
export function formatDelta(before: number, now: number, show: (value: number) => Shown): string | null {
  const { text, unit } = show(now);
  const shown = Number(text);
  if (!Number.isFinite(before) || !Number.isFinite(shown) || now === 0) return null;
  const decimals = text.split('.')[1]?.length ?? 0;
  const lastDigit = decimals > 0 ? 10 ** -decimals : 10 ** Math.max(0, text.replace('-', '').length - 3);
  const change = Math.round(((now - before) * shown) / now / lastDigit) * lastDigit;
  if (change === 0 || !Number.isFinite(change)) return null;
  const size = Math.abs(change).toFixed(decimals);
  return `${change > 0 ? '+' : '−'}${size}${unit === '' ? '' : ` ${unit === '°C' ? 'K' : unit}`}`;
}

export function joinShown({ text, unit }: Shown): string {
  return unit === '' || text === UNKNOWN ? text : `${text} ${unit}`;
}
