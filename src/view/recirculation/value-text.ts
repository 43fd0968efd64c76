import { joinShown, threeDigits, UNKNOWN } from '../numbers/format';
import type { MatrixMode } from './matrix';

/** A share as a percentage: to a tenth where it is small. */
export function shareText(share: number): string {
  if (!Number.isFinite(share)) return UNKNOWN;
  return `${(share * 100).toFixed(Math.abs(share) < 0.0995 ? 1 : 0)} %`;
}

/** A difference of temperature: to a hundredth where it is small. */
export function kelvinText(kelvin: number): string {
  if (!Number.isFinite(kelvin)) return UNKNOWN;
  return `${kelvin.toFixed(Math.abs(kelvin) < 0.995 ? 2 : 1)} K`;
}

export function secondsText(seconds: number): string {
  return joinShown({ text: seconds < 99.5 ? threeDigits(seconds) : String(Math.round(seconds)), unit: 's' });
}

export function cellText(value: number, mode: MatrixMode): string {
  if (mode === 'share') return shareText(value);
  return mode === 'kelvin' ? kelvinText(value) : `${kelvinText(value)}/kW`;
}
