import type { Engine } from '../state';
import type { JobProgress } from '../tracers/trace-air';
import { type ReducedOptions, reducedJob } from './extract';
import { joinModels } from './join';
import type { ReducedModel, RoomState } from './model';
import { roomStates, stateName } from './room-states';

/** The reduced models of a site, one for each state of the room, each made when it is first asked for. */
export interface ReducedLibrary {
  readonly states: readonly RoomState[];
  /** The model of a state; null while it has not been made. */
  known(state: RoomState): ReducedModel | null;
  /** Makes the model of a state piece by piece, and keeps it. A model that is known is answered at once. */
  make(state: RoomState): Generator<JobProgress, ReducedModel, void>;
  /** One model of all the states that have been made; null while there is none. */
  joined(): ReducedModel | null;
}

/** Belongs to the layout that the engine has now: an edit needs a library of its own. */
export function createReducedLibrary(engine: Engine, options: Omit<ReducedOptions, 'state'> = {}): ReducedLibrary {
  const { site } = engine;
  const states = roomStates(site);
  const models = new Map<string, ReducedModel>();
  const known = (state: RoomState): ReducedModel | null => models.get(stateName(state)) ?? null;
  return {
    states,
    known,
    *make(state) {
      if (engine.site !== site) throw new Error('The layout has changed since this library was made.');
      const before = known(state);
      if (before !== null) return before;
      const model = yield* reducedJob(engine, { ...options, state });
      models.set(stateName(state), model);
      return model;
    },
    joined() {
      const made = states.map(known).filter((model) => model !== null);
      return made.length > 0 ? joinModels(made) : null;
    },
  };
}
