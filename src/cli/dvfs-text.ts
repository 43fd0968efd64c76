import type { DvfsSetting } from '../engine/servers/study/dvfs-run';
import type { DvfsRow, Estimate } from '../engine/servers/study/dvfs-study';
import type { ServerType } from '../site/catalogue/server-type';
import { type Column, textTable } from './text-table';

const within = ({ mean, halfWidth }: Estimate, scale: number, decimals: number): string =>
  `${(mean * scale).toFixed(decimals)} ± ${(halfWidth * scale).toFixed(decimals)}`;

const columns: Column<DvfsRow>[] = [
  { heading: 'policy', cell: ({ policy }) => policy.name, align: 'left' },
  { heading: 'energy kWh', cell: ({ energyKwh }) => within(energyKwh, 1, 3) },
  { heading: 'saving %', cell: ({ saving }) => within(saving, 100, 2) },
  { heading: 'late work %', cell: ({ lateShare }) => within(lateShare, 100, 3) },
  { heading: 'not done %', cell: ({ undoneShare }) => within(undoneShare, 100, 3) },
  { heading: 'missed deadlines', cell: ({ missed }) => within(missed, 1, 0) },
  { heading: 'of', cell: ({ batches }) => String(batches) },
];

function settingText(type: ServerType, setting: DvfsSetting): string {
  return `${setting.servers} x ${type.name}, inlet ${setting.inletCelsius} °C, a day and ${setting.drainSeconds / 3600} h to work off; a second's work is due within ${setting.deadlineSeconds} s`;
}

/** The study as a person reads it. */
export function dvfsText(type: ServerType, setting: DvfsSetting, rows: readonly DvfsRow[]): string {
  return `${settingText(type, setting)}\nMean over seeds ± half the 95 % interval; saving against the first, on the same seed\n\n${textTable(rows, columns)}`;
}

/** The study as a document. */
export function dvfsMarkdown(
  siteName: string,
  type: ServerType,
  setting: DvfsSetting,
  seeds: number,
  rows: readonly DvfsRow[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `# Frequency governors at equal work

Written by \`npm run twin -- dvfs public/sites/starter.json --out docs/servers.md\`. Workload of the site _${siteName}_; ${settingText(type, setting)}. ${seeds} seeds: means with half the 95 % interval (Student). The saving is against \`performance\` on the same seed, interval of the paired differences.

${line(columns.map(({ heading }) => heading))}
${line(columns.map((_, n) => (n === 0 ? '---' : '--:')))}
${rows.map((row) => line(columns.map(({ cell }) => cell(row)))).join('\n')}

- _Work_: each server draws its own random part of the demand (packed: one queue for all, filled into the servers in order). What arrives in a second is one batch; it waits in order of arrival until it is done. Late: not done by the deadline. Not done: still waiting at the end.
- _Servers_: fans held on the chip, leakage with temperature, no room: the inlet stands still. What slower clocks spare in cooling is not in here.
- _Governors_ come to rest within each second, as they sample every few milliseconds; misses within a second are not seen.
- **Assumptions that decide the saving**: the voltages of the P-states of this type (${type.figures.pStates.source}), idle power the same in every P-state, throughput in proportion to frequency, 15 % of full power leaking at 75 °C, 9 W asleep and 20 s to wake.
`;
}
