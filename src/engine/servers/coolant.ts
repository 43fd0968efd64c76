import type { Servers } from './servers';

/** The loop that the cold plates hang on. */
export interface ColdPlates {
  /** Coolant as they feel it, °C. */
  readonly plateCelsius: number;
}

/**
 * Gives liquid-cooled chips the coolant of the facility water loop; without one they keep that of their data sheet.
 * Chips of air-cooled types do not look at it.
 */
export function coolChips({ groups }: Servers, loop: ColdPlates | null): void {
  if (loop !== null) groups.groupCoolantCelsius.fill(loop.plateCelsius);
}
