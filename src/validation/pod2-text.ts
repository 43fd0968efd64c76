import { type ErrorSummary, errorOf, type Quantity } from './comparison';
import { type Pod2Comparison, yardstickRmseKelvin } from './pod2';
import { markdownTable, signed } from './table';

/** How a window was run; everything here is the same on every machine. */
export interface Pod2Run {
  cells: number;
  steps: number;
  converged: boolean;
  residualKelvin: number;
}

function quantityRow(quantity: Quantity): string[] {
  const { name, reference, simulated } = quantity;
  return [name, reference.toFixed(1), simulated.toFixed(1), signed(errorOf(quantity), 1)];
}

const summaryRow = (name: string, { count, rmse, bias, maxAbsolute }: ErrorSummary): string[] => [
  name,
  String(count),
  rmse.toFixed(2),
  signed(bias, 2),
  maxAbsolute.toFixed(1),
];

/** One window as Markdown: every strip point, then the errors, the gap over the racks and the heat closure. */
export function pod2WindowText(comparison: Pod2Comparison, run: Pod2Run): string {
  const { window, points, front, rear, all, frontGaps, returnAir, heatClosure } = comparison;
  const settled = run.converged ? 'settled' : `NOT settled (${run.residualKelvin.toPrecision(2)} K left)`;
  return [
    `### Window ${window.name}`,
    `Site \`public/sites/${window.file}\`, ${run.cells} cells, ${settled} after ${run.steps} steps. ` +
      `Heat closure ${signed(heatClosure * 100, 2)} %.`,
    markdownTable(['Point', 'measured °C', 'simulated °C', 'error K'], points.map(quantityRow)),
    markdownTable(
      ['Errors', 'points', 'RMSE K', 'bias K', 'largest K'],
      [summaryRow('fronts (inlets)', front), summaryRow('rears (outlets)', rear), summaryRow('all', all)],
    ),
    markdownTable(
      ['Air over the racks, and return', 'measured', 'simulated', 'error K'],
      [...frontGaps, returnAir].map(quantityRow),
    ),
  ].join('\n\n');
}

/** All windows on one line each. */
export function pod2OverviewText(comparisons: readonly Pod2Comparison[]): string {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const table = markdownTable(
    ['Window', 'RMSE fronts K', 'RMSE rears K', 'RMSE all K', 'gap measured K', 'gap simulated K', 'heat closure %'],
    comparisons.map(({ window, front, rear, all, frontGaps, heatClosure }) => [
      window.name,
      front.rmse.toFixed(2),
      rear.rmse.toFixed(2),
      all.rmse.toFixed(2),
      mean(frontGaps.map((gap) => gap.reference)).toFixed(1),
      mean(frontGaps.map((gap) => gap.simulated)).toFixed(1),
      signed(heatClosure * 100, 2),
    ]),
  );
  return (
    `${table}\n\nGap: top minus middle of the front strips, mean of four. For comparison, the author's own ` +
    `lattice-Boltzmann model, run through the day in real time, has a root mean square error of ` +
    `${yardstickRmseKelvin.inlet} K at mid inlet and ${yardstickRmseKelvin.outlet} K at mid outlet.`
  );
}
