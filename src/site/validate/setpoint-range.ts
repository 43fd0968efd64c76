import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText } from '../quantity-text';
import { error } from './rule';

interface SetpointRange {
  minCelsius: number;
  maxCelsius: number;
  startCelsius?: number | undefined;
}

/** Limits of a setpoint in order, and its start between them. */
export function rangeIssues({ minCelsius, maxCelsius, startCelsius }: SetpointRange, path: string): Issue[] {
  if (minCelsius >= maxCelsius) {
    return [
      error(
        'setpoint-limits',
        `${path}.minCelsius`,
        phrase`The lowest setpoint, ${celsiusText(minCelsius)}, is not below the highest, ${celsiusText(maxCelsius)}.`,
        'Lower it, or raise the highest.',
      ),
    ];
  }
  if (startCelsius === undefined || (startCelsius >= minCelsius && startCelsius <= maxCelsius)) return [];
  return [
    error(
      'setpoint-start',
      `${path}.startCelsius`,
      phrase`The setpoint is to start at ${celsiusText(startCelsius)}, outside ${celsiusText(minCelsius)} to ${celsiusText(maxCelsius)}.`,
      'Start within the limits.',
    ),
  ];
}
