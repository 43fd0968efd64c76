import { create } from 'zustand';
import type { Site } from '../site/schema/site';
import type { Speed, WorkerFault } from '../worker/protocol';
import { clearEvents } from './events';
import { simulationLink } from './link';
import { forgetPower } from './power';
import { clearSeries } from './series';

/** A refusal or a failed run, kept until it is dismissed or mended. */
export interface RunFault extends WorkerFault {
  id: number;
  /** What was under way: opening a site, making an edit, or the run itself. */
  source: 'load' | 'edit' | 'run';
  /** Simulated time at which it happened, s. */
  atSeconds: number;
}

export const SPEEDS = [1, 10, 60, 'max'] as const satisfies readonly Speed[];

export interface RunState {
  status: 'loading' | 'ready' | 'error';
  playing: boolean;
  speed: Speed;
  seed: number;
  /** Simulated seconds per wall second as measured; 0 while paused. */
  rate: number;
  /** True while the air settles after an edit and the clock waits. */
  settling: boolean;
  /** 0..1. */
  settleProgress: number;
  /** Simulated time for slow readers, refreshed at most four times a second, s. */
  simulatedSeconds: number;
  faults: RunFault[];
  play(): void;
  pause(): void;
  /** One tick; only while paused. */
  step(): void;
  setSpeed(speed: Speed): void;
  /** Back to simulated time 0 with the same seed. */
  reset(): void;
  /** Back to simulated time 0 with another seed. */
  setSeed(seed: number): void;
  /** Asks for the coarse answer to a layout in the hand; null ends it. */
  previewLayout(site: Site | null): void;
  addFault(source: RunFault['source'], fault: WorkerFault): void;
  dismissFault(id: number): void;
}

let nextFaultId = 1;

/** Run control: what the clock does, and what went wrong. */
export const useRun = create<RunState>()((set, get) => {
  const sendRun = () => simulationLink()?.setRun({ playing: get().playing, speed: get().speed });
  const restart = (seed: number) => {
    set({ seed, simulatedSeconds: 0, faults: get().faults.filter((fault) => fault.source !== 'run') });
    clearSeries();
    clearEvents();
    forgetPower();
    simulationLink()?.reset(seed);
  };

  return {
    status: 'loading',
    playing: true,
    speed: 10,
    seed: 1,
    rate: 0,
    settling: false,
    settleProgress: 1,
    simulatedSeconds: 0,
    faults: [],
    play() {
      set({ playing: true });
      sendRun();
    },
    pause() {
      set({ playing: false });
      sendRun();
    },
    step() {
      if (!get().playing) simulationLink()?.step();
    },
    setSpeed(speed) {
      set({ speed });
      sendRun();
    },
    reset() {
      restart(get().seed);
    },
    setSeed(seed) {
      restart(seed);
    },
    previewLayout(site) {
      simulationLink()?.preview(site);
    },
    addFault(source, fault) {
      const entry: RunFault = { ...fault, source, id: nextFaultId++, atSeconds: get().simulatedSeconds };
      set({ faults: [...get().faults.filter((other) => other.source !== source), entry] });
    },
    dismissFault(id) {
      set({ faults: get().faults.filter((fault) => fault.id !== id) });
    },
  };
});
