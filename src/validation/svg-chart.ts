import type { Axis, Figure, Label, Series } from './case';
import { axisTicks, tickText } from './svg-ticks';

const WIDTH = 560;
const HEIGHT = 340;
const LEFT = 66;
const RIGHT = 16;
const TOP = 40;
const BOTTOM = 48;
const LEGEND_LINE = 16;

/** Turns a label into text in the language of the reader. */
export type Speak = (label: Label) => string;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const axisText = (axis: Axis, speak: Speak): string =>
  axis.unit === '' ? speak(axis.label) : `${speak(axis.label)}, ${axis.unit}`;

interface Range {
  readonly from: number;
  readonly to: number;
}

function rangeOf(axis: Axis, values: readonly number[]): Range {
  const finite = values.filter((value) => Number.isFinite(value) && (axis.scale === 'linear' || value > 0));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (axis.scale === 'log') return { from: low / 1.25, to: high * 1.25 };
  const margin = (high - low || Math.abs(high) || 1) * 0.04;
  return { from: low - margin, to: high + margin };
}

function place(axis: Axis, range: Range, from: number, to: number): (value: number) => number {
  const map = axis.scale === 'log' ? Math.log : (value: number) => value;
  const low = map(range.from);
  const span = map(range.to) - low;
  return (value) => from + ((map(value) - low) / span) * (to - from);
}

const inks = ['a', 'b', 'c', 'd', 'e'] as const;

/** 'auto' follows the reader's system, as a picture in a document does. */
export type ColourScheme = 'light' | 'dark' | 'auto';

const light =
  '--vf-ground:#fff;--vf-ink:#1b2129;--vf-dim:#5c6774;--vf-grid:#e1e5ea;--vf-a:#1b2129;--vf-b:#8a5a00;--vf-c:#5c6774;--vf-d:#7a4b8f;--vf-e:#2a7a62';
const dark =
  '--vf-ground:#15191e;--vf-ink:#e8ebef;--vf-dim:#a3adb8;--vf-grid:#2a3139;--vf-a:#e8ebef;--vf-b:#e3b04b;--vf-c:#98a2ae;--vf-d:#c79add;--vf-e:#6cc7a9';

const colours: Record<ColourScheme, string> = {
  light: `.vf{${light}}`,
  dark: `.vf{${dark}}`,
  auto: `.vf{${light}}\n@media (prefers-color-scheme:dark){.vf{${dark}}}`,
};

const RULES = `
.vf text{font:12px system-ui,sans-serif;fill:var(--vf-ink)}.vf .dim{fill:var(--vf-dim);font-size:11px}.vf .title{font-weight:600;font-size:13px}
.vf .grid{stroke:var(--vf-grid);stroke-width:1}.vf .frame{stroke:var(--vf-dim);stroke-width:1;fill:none}.vf .ground{fill:var(--vf-ground)}
.vf path.line{fill:none;stroke-width:1.8}.vf path.dashes{fill:none;stroke-width:1.5;stroke-dasharray:5 4}.vf path.points{stroke-width:1.5;fill:var(--vf-ground)}
${inks.map((ink) => `.vf .${ink}{stroke:var(--vf-${ink})}`).join('')}`;

/** Shapes that tell series of points apart without colour. */
const shapes: readonly ((x: string, y: string) => string)[] = [
  (x, y) => `M${x} ${y}m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0`,
  (x, y) => `M${x} ${y}m-3.2-3.2h6.4v6.4h-6.4z`,
  (x, y) => `M${x} ${y}m0-4.2l4 7h-8z`,
  (x, y) => `M${x} ${y}m0-4.4l4.4 4.4l-4.4 4.4l-4.4-4.4z`,
];

const shown = (value: number): string => value.toFixed(1);

function drawn(series: Series, shape: number, toX: (value: number) => number, toY: (value: number) => number): string {
  const points = series.x.map((x, n) => [shown(toX(x)), shown(toY(series.y[n]!))] as const);
  if (series.mark === 'points') return points.map(([x, y]) => shapes[shape % shapes.length]!(x, y)).join('');
  return points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** A chart as SVG text: axes with units, simulated numbers as lines, published ones as points. */
export function svgChart(figure: Figure, speak: Speak, scheme: ColourScheme = 'auto'): string {
  const height = HEIGHT + Math.ceil(figure.series.length / 2) * LEGEND_LINE;
  const bottom = HEIGHT - BOTTOM;
  const xRange = rangeOf(
    figure.x,
    figure.series.flatMap((series) => series.x),
  );
  const yRange = rangeOf(
    figure.y,
    figure.series.flatMap((series) => series.y),
  );
  const toX = place(figure.x, xRange, LEFT, WIDTH - RIGHT);
  const toY = place(figure.y, yRange, bottom, TOP);
  const title = escaped(speak(figure.title));
  const parts: string[] = [];
  for (const tick of axisTicks(figure.x.scale, xRange.from, xRange.to)) {
    const x = shown(toX(tick));
    parts.push(`<line class="grid" x1="${x}" x2="${x}" y1="${TOP}" y2="${bottom}"/>`);
    parts.push(`<text class="dim" text-anchor="middle" x="${x}" y="${bottom + 16}">${tickText(tick)}</text>`);
  }
  for (const tick of axisTicks(figure.y.scale, yRange.from, yRange.to)) {
    const y = toY(tick);
    parts.push(`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${shown(y)}" y2="${shown(y)}"/>`);
    parts.push(`<text class="dim" text-anchor="end" x="${LEFT - 7}" y="${shown(y + 4)}">${tickText(tick)}</text>`);
  }
  parts.push(`<rect class="frame" x="${LEFT}" y="${TOP}" width="${WIDTH - RIGHT - LEFT}" height="${bottom - TOP}"/>`);
  parts.push(`<text class="title" x="${LEFT}" y="18">${title}</text>`);
  parts.push(`<text class="dim" x="${LEFT}" y="33">${escaped(axisText(figure.y, speak))}</text>`);
  parts.push(
    `<text class="dim" text-anchor="end" x="${WIDTH - RIGHT}" y="${bottom + 32}">${escaped(axisText(figure.x, speak))}</text>`,
  );
  let pointSeries = 0;
  figure.series.forEach((series, n) => {
    const shape = series.mark === 'points' ? pointSeries++ : 0;
    const look = `${series.mark} ${inks[n % inks.length]}`;
    parts.push(`<path class="${look}" d="${drawn(series, shape, toX, toY)}"/>`);
    const x = LEFT + (n % 2) * ((WIDTH - LEFT - RIGHT) / 2);
    const y = HEIGHT + Math.floor(n / 2) * LEGEND_LINE;
    const key =
      series.mark === 'points' ? shapes[shape % shapes.length]!(String(x + 9), String(y - 4)) : `M${x} ${y - 4}h18`;
    parts.push(`<path class="${look}" d="${key}"/>`);
    parts.push(`<text class="dim" x="${x + 24}" y="${y}">${escaped(speak(series.label))}</text>`);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="vf" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">`,
    `<style>${colours[scheme]}${RULES}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
