import { type RowResult, SUBSYSTEMS } from '../../src/frame/levers';
import { rowLabel } from './labels';

const WIDTH = 760;
const LABEL = 300;
const ROW = 24;
const TOP = 54;
const NAMES: Record<(typeof SUBSYSTEMS)[number], string> = {
  computing: 'computing',
  serverFans: 'server fans',
  unitFans: 'unit fans',
  plant: 'plant',
  liquidLoop: 'liquid loop',
  losses: 'losses',
  other: 'other',
};

const STYLE = `
.lv{--g:#fff;--i:#1b2129;--d:#5c6774;--c0:#5c6774;--c1:#b7791f;--c2:#2a7a62;--c3:#7a4b8f;--c4:#3f7cac;--c5:#a3adb8;--c6:#d4dae0}
@media (prefers-color-scheme:dark){.lv{--g:#15191e;--i:#e8ebef;--d:#a3adb8;--c0:#98a2ae;--c1:#e3b04b;--c2:#6cc7a9;--c3:#c79add;--c4:#7fb4dd;--c5:#5c6774;--c6:#3a434d}}
.lv text{font:12px system-ui,sans-serif;fill:var(--i)}.lv .d{fill:var(--d);font-size:11px}.lv .g{fill:var(--g)}`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('*', '');

/** Energy of the facility by subsystem, one bar a row, MWh. */
export function energyBars(title: string, rows: readonly RowResult[]): string {
  const most = Math.max(...rows.map(({ values }) => values.facility.mean));
  const scale = (WIDTH - LABEL - 120) / most;
  const bars = rows.map(({ plan, values, saving }, n) => {
    const y = TOP + n * ROW;
    let x = LABEL;
    const parts = SUBSYSTEMS.map((id, k) => {
      const width = values[id].mean * scale;
      const part = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 7}" fill="var(--c${k})"/>`;
      x += width;
      return part;
    });
    const saved =
      plan.id === 'off' ? '' : `, ${saving.mean >= 0 ? '−' : '+'}${Math.abs(100 * saving.mean).toFixed(1)} %`;
    return `<text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${escaped(rowLabel(plan.id))}</text>${parts.join('')}<text class="d" x="${(x + 6).toFixed(1)}" y="${y + 13}">${(values.facility.mean / 1000).toFixed(0)} MWh${saved}</text>`;
  });
  let at = LABEL;
  const legend = SUBSYSTEMS.filter((id) => rows.some(({ values }) => values[id].mean > 0)).map((id) => {
    const entry = `<rect x="${at}" y="32" width="10" height="10" fill="var(--c${SUBSYSTEMS.indexOf(id)})"/><text class="d" x="${at + 14}" y="41">${NAMES[id]}</text>`;
    at += 22 + 6.2 * NAMES[id].length;
    return entry;
  });
  const height = TOP + rows.length * ROW + 8;
  return `<svg class="lv" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}"><style>${STYLE}</style><rect class="g" width="${WIDTH}" height="${height}"/><text x="12" y="20" font-weight="600">${escaped(title)}</text>${legend.join('')}${bars.join('')}</svg>\n`;
}
