import type { Site } from '../../site/schema/site';
import type { RoomState } from './model';

/** Fan speeds and load at which the air of a room is traced. */
export interface OperatingPoint {
  /** Speed of every unit, share of full speed. */
  fanShare: number;
  /** Share of peak throughput; NaN: the site has no workload. */
  load: number;
}

/** The states that a library of a site holds: healthy, each unit out, and doors open where something is contained. */
export function roomStates(site: Site): RoomState[] {
  const states: RoomState[] = [{ kind: 'healthy' }];
  if (site.coolingUnits.length > 1) {
    for (const { id, running } of site.coolingUnits) if (running) states.push({ kind: 'unit-out', unitId: id });
  }
  if (site.containments.length > 0) states.push({ kind: 'breach' });
  return states;
}

export function stateName(state: RoomState): string {
  return state.kind === 'unit-out' ? `${state.unitId} out` : state.kind;
}

/** The site in that state and at that point. A breach opens every door of every containment. */
export function siteAt(site: Site, state: RoomState, point: OperatingPoint): Site {
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit) => ({
      ...unit,
      fan: { ...unit.fan, speed: point.fanShare },
      running: unit.running && !(state.kind === 'unit-out' && state.unitId === unit.id),
    })),
    containments: site.containments.map((box) => (state.kind === 'breach' ? { ...box, openDoors: true } : box)),
    ...(site.workload && !Number.isNaN(point.load)
      ? { workload: { ...site.workload, demand: { kind: 'constant' as const, level: point.load } } }
      : {}),
  };
}
