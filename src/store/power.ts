import { create } from 'zustand';
import { POWER_READINGS, type PowerAlarm, type PowerReadings, type PowerStatus } from '../frame/power';
import { recordEvent } from './events';
import { simulationLink } from './link';

/** Time between two readings of the chain while someone watches, ms. */
const READ_MS = 500;

/** A moment from which energy is counted. */
export interface PowerMark {
  simulatedSeconds: number;
  joules: PowerReadings;
  /** Work delivered until then, in the site's unit. */
  work: number;
}

export interface PowerStore {
  /** The chain as it was read last; null before the first reading. */
  status: PowerStatus | null;
  /** Null: the start of the run. */
  mark: PowerMark | null;
  alarms: readonly PowerAlarm[];
  /** Counts energy from this moment on. */
  setMark(): void;
  clearMark(): void;
}

/** The electrical chain of the live run, read while a page watches it. */
export const usePower = create<PowerStore>()((set, get) => ({
  status: null,
  mark: null,
  alarms: [],
  setMark() {
    const { status } = get();
    if (status === null) return;
    const { simulatedSeconds, joules, work } = status;
    set({ mark: { simulatedSeconds, joules, work } });
  },
  clearMark() {
    set({ mark: null });
  },
}));

/** Reads the chain again and again; the returned function stops that. */
export function watchPower(): () => void {
  let wanted = true;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = async () => {
    const status = (await simulationLink()?.power()) ?? null;
    if (!wanted) return;
    if (status !== null) usePower.setState({ status });
    timer = setTimeout(() => void read(), READ_MS);
  };
  void read();
  return () => {
    wanted = false;
    if (timer !== null) clearTimeout(timer);
  };
}

/** Energy since the mark, J; since the start of the run without one. */
export function energySince(status: PowerStatus, mark: PowerMark | null): PowerReadings {
  const energy = { ...status.joules };
  if (mark !== null) for (const name of POWER_READINGS) energy[name] -= mark.joules[name];
  return energy;
}

/** Takes what stands in alarm now, and puts what has changed in the event lane. */
export function notePowerAlarms(alarms: readonly PowerAlarm[], atSeconds: number): void {
  const before = usePower.getState().alarms;
  const same = (a: PowerAlarm) => (b: PowerAlarm) => a.key === b.key && a.level === b.level && a.tripped === b.tripped;
  for (const alarm of alarms) if (!before.some(same(alarm))) record('alarm-on', alarm, atSeconds);
  for (const alarm of before) {
    if (!alarms.some(({ key }) => key === alarm.key)) record('alarm-off', alarm, atSeconds);
  }
  usePower.setState({ alarms });
}

function record(on: 'alarm-on' | 'alarm-off', { kind, id, side, level, tripped }: PowerAlarm, atSeconds: number): void {
  const power = { kind, id, side, level, ...(tripped === true ? { tripped } : {}) };
  recordEvent({ atSeconds, kind: on, label: id, power });
}

/** Another site, or another run: nothing of the last one counts. */
export function forgetPower(): void {
  usePower.setState({ status: null, mark: null, alarms: [] });
}
