/** Unit by the ending of a field's name, where the name carries it. */
const endings: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/celsius$/i, '°C'],
  [/M3s$/, 'm³/s'],
  [/(?:[a-z0-9]W|^watts)$/, 'W'],
  [/JK$/, 'J/K'],
  [/Seconds$/, 's'],
  [/Hour$/, 'h'],
];

const lengths = new Set([
  'x',
  'y',
  'z',
  'width',
  'depth',
  'height',
  'base',
  'zMin',
  'uBase',
  'underRackGap',
  'floorGrid',
  'cellSize',
]);

/** The unit that a field of the document is in; null where it has none, as shares and counts. */
export function unitOfKey(keys: readonly PropertyKey[]): string | null {
  const key = String(keys.at(-1) ?? '');
  if (lengths.has(key)) return 'm';
  return endings.find(([ending]) => ending.test(key))?.[1] ?? null;
}
