import { axisText, type Shown, threeDigits, UNKNOWN } from '../numbers/format';

export function formatFlow(litresPerSecond: number): Shown {
  return { text: litresPerSecond === 0 ? '0' : threeDigits(litresPerSecond), unit: 'L/s' };
}

/** Water use: a second's worth says nothing, an hour's does. */
export function formatWaterUse(litresPerSecond: number): Shown {
  const litres = litresPerSecond * 3600;
  return { text: Number.isFinite(litres) ? (litres < 0.05 ? '0' : threeDigits(litres)) : UNKNOWN, unit: 'L/h' };
}

export function formatCarbon(kgPerKWh: number): Shown {
  return { text: Number.isFinite(kgPerKWh) ? String(Math.round(kgPerKWh * 1000)) : UNKNOWN, unit: 'g/kWh' };
}

export function formatRatio(value: number): Shown {
  return { text: Number.isFinite(value) ? axisText(value) : UNKNOWN, unit: '' };
}

/** Heat that may be nothing, in kW with one decimal. */
export function formatHeat(watts: number): Shown {
  if (!Number.isFinite(watts)) return { text: UNKNOWN, unit: 'kW' };
  const kilowatts = watts / 1000;
  const text = Math.abs(kilowatts) < 99.95 ? kilowatts.toFixed(1) : String(Math.round(kilowatts));
  return { text: text === '-0.0' ? '0.0' : text, unit: 'kW' };
}
