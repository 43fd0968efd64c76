import type { FailureResult } from './failure';

/** The time series of one failure as CSV (RFC 4180): one line an instant, headings with units, unknown numbers empty. */
export function failureCsv(result: FailureResult): string {
  const { series, racks, unitIds } = result;
  const head = [
    'seconds',
    'worst_inlet_C',
    'mean_inlet_C',
    'supply_C',
    'return_C',
    ...racks.map(({ rackId }) => `inlet_${rackId}_C`),
    ...unitIds.flatMap((id) => [`airflow_${id}_m3_s`, `supply_${id}_C`]),
    ...(series.chilledWaterCelsius === undefined ? [] : ['chilled_water_C']),
    ...(series.coolantCelsius === undefined ? [] : ['coolant_C']),
  ];
  const lines = Array.from(series.seconds, (seconds, n) => [
    seconds,
    series.worstInletCelsius[n]!,
    series.meanInletCelsius[n]!,
    series.supplyCelsius[n]!,
    series.returnCelsius[n]!,
    ...series.rackInletCelsius.subarray(n * racks.length, (n + 1) * racks.length),
    ...unitIds.flatMap((_, unit) => [
      series.unitAirflowM3s[n * unitIds.length + unit]!,
      series.unitSupplyCelsius[n * unitIds.length + unit]!,
    ]),
    ...(series.chilledWaterCelsius === undefined ? [] : [series.chilledWaterCelsius[n]!]),
    ...(series.coolantCelsius === undefined ? [] : [series.coolantCelsius[n]!]),
  ]);
  return [head, ...lines.map((line) => line.map(numberText))].map((line) => `${line.join(',')}\n`).join('');
}

/** Single-precision numbers carry digits that mean nothing. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(4))) : '';
}
