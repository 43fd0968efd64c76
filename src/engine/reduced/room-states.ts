import type { Site } from '../../site/schema/site';
import type { RoomState } from './model';

/** Where the air of a room is traced. */
export interface OperatingPoint {
  /** Speed of every unit, share of full speed. */
  fanShare: number;
  /** Share of peak throughput; NaN: the site has no workload. */
  load: number;
  /** Supply air of every unit, °C, whatever its capacity; absent: as the site controls it. */
  supplyCelsius?: number;
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

/**
 * The site in that state and at that point. A breach opens every door of every containment. A supply temperature holds
 * whatever the heat: which air a rack draws does not depend on whether a coil could cool it, and a room whose units are
 * overloaded has no steady state to trace.
 */
export function siteAt(site: Site, state: RoomState, point: OperatingPoint): Site {
  const { fanShare, load, supplyCelsius } = point;
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit) => ({
      ...unit,
      fan: { ...unit.fan, speed: fanShare },
      running: unit.running && !(state.kind === 'unit-out' && state.unitId === unit.id),
      ...(supplyCelsius === undefined
        ? {}
        : { capacityW: undefined, control: { mode: 'supply' as const, setpointCelsius: supplyCelsius } }),
    })),
    containments: site.containments.map((box) => (state.kind === 'breach' ? { ...box, openDoors: true } : box)),
    ...(site.workload && !Number.isNaN(load)
      ? { workload: { ...site.workload, demand: { kind: 'constant' as const, level: load } } }
      : {}),
  };
}
