/** A number written with its unit, as people do, in the unit that the document uses. */
export interface WrittenQuantity {
  value: number;
  /** Unit of the document: 'm', 'W', '°C', 'm³/s', a share, or '' for a bare number. */
  unit: string;
}

/** Factor from each unit to that of the document. Temperatures need an offset and are apart. */
const factors: Record<string, readonly [factor: number, unit: string]> = {
  mm: [0.001, 'm'],
  cm: [0.01, 'm'],
  m: [1, 'm'],
  in: [0.0254, 'm'],
  inch: [0.0254, 'm'],
  '"': [0.0254, 'm'],
  ft: [0.3048, 'm'],
  u: [0.04445, 'm'],
  w: [1, 'W'],
  kw: [1000, 'W'],
  mw: [1e6, 'W'],
  'm3/s': [1, 'm³/s'],
  'm³/s': [1, 'm³/s'],
  'm3/h': [1 / 3600, 'm³/s'],
  'm³/h': [1 / 3600, 'm³/s'],
  'l/s': [0.001, 'm³/s'],
  cfm: [0.000_471_947_443, 'm³/s'],
  '%': [0.01, ''],
  s: [1, 's'],
  min: [60, 's'],
  h: [3600, 's'],
  '': [1, ''],
};

/** Reads texts such as "60 cm", "8 kW", "72 °F", "40%" or "0.6"; null when it is no number with a known unit. */
export function readQuantity(text: string): WrittenQuantity | null {
  const match = /^\s*([-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?)\s*(\S*)\s*$/i.exec(text);
  if (match === null) return null;
  const value = Number(match[1]!.replace(',', '.'));
  const unit = match[2]!.toLowerCase().replace('°', '');
  if (unit === 'c' || unit === 'celsius') return { value, unit: '°C' };
  if (unit === 'f' || unit === 'fahrenheit') return { value: tidied(((value - 32) * 5) / 9), unit: '°C' };
  if (unit === 'k' || unit === 'kelvin') return { value: tidied(value - 273.15), unit: '°C' };
  const known = factors[match[2]!.toLowerCase()];
  return known === undefined ? null : { value: tidied(value * known[0]), unit: known[1] };
}

function tidied(value: number): number {
  return Number(value.toPrecision(6));
}
