/** Units, steps and ranges that many fields share. */
export const METRES = { unit: 'm', step: 0.1, decimals: 3 } as const;
export const PERCENT = { unit: '%', scale: 100, step: 5, min: 0, max: 100, decimals: 1 } as const;
export const CELSIUS = { unit: '°C', step: 0.5, min: -60, max: 150, decimals: 2 } as const;
/** Choice that takes a part of the site away. */
export const ABSENT = 'none';
