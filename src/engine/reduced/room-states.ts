import type { Site } from '../../site/schema/site';
import type { RoomState } from './model';
import type { Equipment } from './operating-points';

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

/** The site in that state. A breach opens every door of every containment. */
export function siteInState(site: Site, state: RoomState): Site {
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit) => ({
      ...unit,
      running: unit.running && !(state.kind === 'unit-out' && state.unitId === unit.id),
    })),
    containments: site.containments.map((box) => (state.kind === 'breach' ? { ...box, openDoors: true } : box)),
  };
}

/** Supply air while a room is traced, °C. Which one does not matter: only differences drive the air. */
const TRACED_SUPPLY_CELSIUS = 20;

/**
 * The same room with equipment of given flow and heat in place of its servers, and units that hold their supply whatever
 * the heat: which air a rack draws does not depend on whether a coil could cool it, and a room whose units are
 * overloaded has no steady state to trace.
 */
export function siteToTrace(site: Site, fanShare: number, { flowM3s, heatW }: Equipment): Site {
  const { workload: _workload, plant: _plant, liquidLoop: _loop, ...room } = site;
  let chassis = 0;
  return {
    ...room,
    coolingUnits: site.coolingUnits.map(
      ({ id, name, kind, position, base, rotation, size, supply, return: back, fan, running }) => ({
        id,
        name,
        kind,
        position,
        base,
        rotation,
        size,
        medium: 'chilled-water' as const,
        supply,
        return: back,
        fan: { ...fan, speed: fanShare },
        control: { mode: 'supply' as const, setpointCelsius: TRACED_SUPPLY_CELSIUS },
        running,
      }),
    ),
    racks: site.racks.map((rack) => ({
      ...rack,
      contents: rack.contents.map(({ id, uStart, uSize }) => ({
        kind: 'chassis' as const,
        id,
        uStart,
        uSize,
        powerW: heatW[chassis]!,
        airflowM3s: flowM3s[chassis++]!,
        liquidFraction: 0,
        heatCapacityJK: 0,
        heatExchangeEffectiveness: 0.8,
      })),
    })),
  };
}
