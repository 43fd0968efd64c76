import { create } from 'zustand';
import type { EntityRef } from '../site/entity';
import type { NeighbourDistances, Obstruction } from '../site/placement';
import type { PlanPosition } from '../site/schema/geometry';
import type { Site } from '../site/schema/site';

/** Entities lifted off the floor: the document as it would be, and whether they may be put down there. */
export interface InHand {
  refs: readonly EntityRef[];
  /** The document with them where they are held. Always the last layout, valid or not. */
  held: Site;
  valid: boolean;
  obstruction: Obstruction | null;
  distances: NeighbourDistances | null;
}

/** Builds the document with a new entity at `at`, and names what it added. */
export type PlacementBuilder = (site: Site, at: PlanPosition) => { site: Site; refs: EntityRef[] };

/** What the user is doing now: one thing at a time. */
export type Interaction =
  | { kind: 'idle' }
  | ({
      kind: 'dragging';
      /** Point on the floor where they were taken hold of, m. */
      from: PlanPosition;
      /** How far they are from where they stood, after snapping, m. */
      offset: PlanPosition;
      /** True when the hand holds copies and the originals stay. */
      copying: boolean;
    } & InHand)
  | {
      kind: 'placing';
      /** Name of the edit when it is put down, already in the user's language. */
      label: string;
      build: PlacementBuilder;
      /** Null until the pointer has been over the floor. */
      inHand: InHand | null;
    }
  | { kind: 'marquee'; from: PlanPosition; to: PlanPosition }
  | { kind: 'slicing' }
  | { kind: 'walking' };

export interface InteractionState {
  current: Interaction;
  set(next: Interaction): void;
  /** Takes a new entity into the hand; a click in the scene puts it down, Escape drops it. */
  startPlacing(label: string, build: PlacementBuilder): void;
  end(): void;
}

const IDLE: Interaction = { kind: 'idle' };

export const useInteraction = create<InteractionState>()((set, get) => ({
  current: IDLE,
  set(next) {
    set({ current: next });
  },
  startPlacing(label, build) {
    set({ current: { kind: 'placing', label, build, inHand: null } });
  },
  end() {
    if (get().current.kind !== 'idle') set({ current: IDLE });
  },
}));

/** What is in the hand now, if anything. */
export function inHandOf(current: Interaction): InHand | null {
  if (current.kind === 'dragging') return current;
  return current.kind === 'placing' ? current.inHand : null;
}

/** The document that the scene shows: with what is in the hand where it is held. */
export function shownSite(site: Site, current: Interaction): Site {
  return inHandOf(current)?.held ?? site;
}
