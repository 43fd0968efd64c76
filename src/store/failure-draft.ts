import { create } from 'zustand';
import type { FailureEvent } from '../site/scenario/events';
import { DEFAULT_SHUTDOWN_CELSIUS } from '../site/scenario/scenario';

/** What is being put together in the failures panel; it outlives the panel, not the site. */
export interface FailureDraft {
  events: readonly FailureEvent[];
  /** Time that a what-if is played, min. */
  horizonMinutes: number;
  /** Inlet temperature at which equipment switches itself off, °C. */
  shutdownCelsius: number;
  add(event: FailureEvent): void;
  change(index: number, event: FailureEvent): void;
  remove(index: number): void;
  clear(): void;
  setHorizon(minutes: number): void;
  setShutdown(celsius: number): void;
}

/** Long enough to see most rooms pass their limits. */
const DEFAULT_HORIZON_MINUTES = 15;

export const useFailureDraft = create<FailureDraft>()((set, get) => ({
  events: [],
  horizonMinutes: DEFAULT_HORIZON_MINUTES,
  shutdownCelsius: DEFAULT_SHUTDOWN_CELSIUS,
  add(event) {
    set({ events: [...get().events, event] });
  },
  change(index, event) {
    set({ events: get().events.map((old, n) => (n === index ? event : old)) });
  },
  remove(index) {
    set({ events: get().events.filter((_, n) => n !== index) });
  },
  clear() {
    set({ events: [] });
  },
  setHorizon(horizonMinutes) {
    set({ horizonMinutes });
  },
  setShutdown(shutdownCelsius) {
    set({ shutdownCelsius });
  },
}));
