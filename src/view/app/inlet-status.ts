import type { AshraeLimits } from '../../site/ashrae';

export type InletStatus =
  | 'ok'
  | 'above-recommended'
  | 'above-allowable'
  | 'below-recommended'
  | 'below-allowable'
  | 'unknown';

/** Where an inlet temperature stands against its ASHRAE class. */
export function inletStatus(celsius: number, limits: AshraeLimits): InletStatus {
  if (!Number.isFinite(celsius)) return 'unknown';
  if (celsius > limits.allowableMaxCelsius) return 'above-allowable';
  if (celsius > limits.recommendedMaxCelsius) return 'above-recommended';
  if (celsius < limits.allowableMinCelsius) return 'below-allowable';
  if (celsius < limits.recommendedMinCelsius) return 'below-recommended';
  return 'ok';
}

export type StatusLevel = 'ok' | 'warning' | 'alarm' | 'none';

/** How serious a status is; its shape and colour follow. */
export function levelOf(status: InletStatus): StatusLevel {
  if (status === 'unknown') return 'none';
  if (status === 'ok') return 'ok';
  return status.endsWith('allowable') ? 'alarm' : 'warning';
}
