import type { ResultRow } from './case';
import { signed } from './table';

/** Four significant digits, a power of ten for the very small, and 0 for what is nothing but rounding. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const size = Math.abs(value);
  if (size < 1e-12) return '0';
  return size < 1e-3 || size >= 1e6 ? value.toExponential(1) : String(Number(value.toPrecision(4)));
}

/** Difference in percent of what is expected, or as it is where zero is expected. */
export function errorText({ expected, simulated }: ResultRow): string {
  if (expected === null) return '—';
  if (expected === 0) return numberText(simulated);
  return `${signed(100 * (simulated / expected - 1), 2)} %`;
}

/** What a row allows, in the same terms as its error; null where it is only reported. */
export function allowedText({ expected, tolerance, aim }: ResultRow): { floor: string; aim: string | null } | null {
  if (expected === null || tolerance === null) return null;
  const text = (allowed: number) =>
    expected === 0 ? numberText(allowed) : `${numberText((100 * allowed) / expected)} %`;
  return { floor: text(tolerance), aim: aim === null ? null : text(aim) };
}
