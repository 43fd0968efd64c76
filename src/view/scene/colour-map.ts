import { encodeSrgb, linearRgbFromOklab, type OkLab, oklabFromLch } from './oklab';

/**
 * The one temperature colour map: diverging, blue below the centre and orange to brown above it.
 * The centre is the upper recommended inlet limit, so that a warm colour on a rack's front means 'over the limit'.
 * Lightness falls evenly to both ends and the two sides lie on the blue-yellow axis,
 * which deuteranopes and protanopes keep (tested by simulation).
 */
const ANCHORS: readonly { at: number; colour: OkLab }[] = [
  { at: 0, colour: oklabFromLch(0.4, 0.13, 264) },
  { at: 0.22, colour: oklabFromLch(0.575, 0.13, 255) },
  { at: 0.42, colour: oklabFromLch(0.79, 0.065, 236) },
  { at: 0.5, colour: oklabFromLch(0.875, 0.022, 120) },
  { at: 0.58, colour: oklabFromLch(0.81, 0.092, 82) },
  { at: 0.78, colour: oklabFromLch(0.62, 0.155, 52) },
  { at: 1, colour: oklabFromLch(0.43, 0.15, 31) },
];

/** Entries of the table; 256 steps are finer than an eye sees. */
export const TABLE_SIZE = 256;

function slopes(values: readonly number[]): number[] {
  const secants = values.slice(1).map((value, i) => (value - values[i]!) / (ANCHORS[i + 1]!.at - ANCHORS[i]!.at));
  return values.map((_, i) => {
    const before = secants[i - 1] ?? secants[i]!;
    const after = secants[i] ?? secants[i - 1]!;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
}

const channels = [0, 1, 2].map((channel) => {
  const values = ANCHORS.map((anchor) => anchor.colour[channel]!);
  return { values, slopes: slopes(values) };
});

/** Monotone cubic interpolation between the anchors (harmonic-mean slopes), so that lightness never overshoots. */
function interpolate(at: number): OkLab {
  let i = 0;
  while (i < ANCHORS.length - 2 && at > ANCHORS[i + 1]!.at) i++;
  const width = ANCHORS[i + 1]!.at - ANCHORS[i]!.at;
  const s = (at - ANCHORS[i]!.at) / width;
  const [L, a, b] = channels.map(({ values, slopes: m }) => {
    const from = values[i]!;
    const to = values[i + 1]!;
    const cube = s * s * (3 - 2 * s);
    return from + (to - from) * cube + width * (m[i]! * s * (1 - s) ** 2 - m[i + 1]! * s * s * (1 - s));
  });
  return [L!, a!, b!];
}

/** RGBA bytes (sRGB encoded) of the whole map, cold to hot. */
export const TEMPERATURE_TABLE: Uint8Array = (() => {
  const table = new Uint8Array(TABLE_SIZE * 4);
  for (let i = 0; i < TABLE_SIZE; i++) {
    const rgb = linearRgbFromOklab(interpolate(i / (TABLE_SIZE - 1)));
    for (let c = 0; c < 3; c++) table[i * 4 + c] = Math.round(encodeSrgb(rgb[c]!) * 255);
    table[i * 4 + 3] = 255;
  }
  return table;
})();

/** Limits of the colours shown, °C, and the temperature in the middle of the map. */
export interface ColourRange {
  minCelsius: number;
  maxCelsius: number;
  centreCelsius: number;
}

/** Kelvins from the centre to an end of the map: the longer side of the range, so that both sides share one scale. */
export function colourSpanKelvin({ minCelsius, maxCelsius, centreCelsius }: ColourRange): number {
  return Math.max(centreCelsius - minCelsius, maxCelsius - centreCelsius, 1);
}

/** Place of a temperature on the map, 0..1. */
export function mapPosition(celsius: number, range: ColourRange): number {
  const bounded = Math.min(range.maxCelsius, Math.max(range.minCelsius, celsius));
  return Math.min(1, Math.max(0, 0.5 + (bounded - range.centreCelsius) / (2 * colourSpanKelvin(range))));
}

/** CSS colour of a temperature. */
export function temperatureColour(celsius: number, range: ColourRange): string {
  const i = Math.round(mapPosition(celsius, range) * (TABLE_SIZE - 1)) * 4;
  return `rgb(${TEMPERATURE_TABLE[i]} ${TEMPERATURE_TABLE[i + 1]} ${TEMPERATURE_TABLE[i + 2]})`;
}
