import { createFlows } from '../airflow/flows';
import { carryOverUnderfloor } from '../airflow/plenum/carry-over';
import { flowIssues } from '../balanced';
import { buildGrid, createRoomKernels, createRoomModel, linkInflows } from '../create-state';
import type { RoomGrid } from '../grid/room-grid';
import { createFabric } from '../mass/fabric';
import { createSettling } from '../settling';
import { type Engine, EngineError } from '../state';
import { spreadFlows } from '../tick';
import { coarseFirst } from './coarse-settling';

/** Sizes of coarse cells over fine ones, in the order in which they are tried. */
const COARSER = [2, 1.6] as const;

/** A room with fewer cells is as fast on its own (measured on 58,590 and 67,584 cells). */
const LEAST_CELLS = 60_000;

/** With more than this share of the fine room's cells a coarse one costs what it saves. */
const MOST_SHARE = 0.35;

/**
 * The same room on larger cells, at the site's first temperature; null where that does not pay, or the site cannot be held
 * by such cells. It shares servers, units, controllers and measures with the fine room: they answer to whichever air was
 * looked at last. Air, ports and surfaces are its own.
 */
export function createCoarseRoom(fine: Engine): Engine | null {
  const { room } = fine;
  const cells = cellsOf(room.grid);
  if (cells < LEAST_CELLS) return null;
  for (const ratio of COARSER) {
    const options = { ...fine.options, cellSize: ratio * room.grid.lines.cellSize, threads: null };
    const grid = gridOf(fine, options);
    if (grid === null) continue;
    if (cellsOf(grid) > MOST_SHARE * cells) return null;
    const coarse = shareRoom(fine, options, grid);
    return flowIssues(coarse, spreadFlows).length > 0 ? null : coarse;
  }
  return null;
}

const cellsOf = ({ mesh }: RoomGrid): number => mesh.nx * mesh.ny * mesh.nz;

function gridOf({ site }: Engine, options: Engine['options']): RoomGrid | null {
  try {
    return buildGrid(site, options);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function shareRoom(fine: Engine, options: Engine['options'], grid: RoomGrid): Engine {
  const { site, servers, plant } = fine;
  const kernels = createRoomKernels(site, grid, options);
  const room = createRoomModel(site, grid, kernels, options);
  const flows = createFlows(grid);
  const start = site.room.initialCelsius;
  return {
    ...fine,
    options,
    room,
    air: { velocity: kernels.velocity, pressure: kernels.pressure },
    temperature: kernels.temperature.fill(start),
    flows,
    inflows: linkInflows(site, flows, servers, plant, room.losses),
    chassisInletCelsius: new Float64Array(grid.chassisInlets.length).fill(start),
    unitReturnCelsius: new Float64Array(site.coolingUnits.length).fill(start),
    sensorCelsius: new Float64Array(site.sensors.length).fill(start),
    settling: createSettling(grid.chassisInlets.length),
    coarse: coarseFirst(),
    coarseRoom: undefined,
    underfloor: room.plenums.underfloor?.state ?? null,
    fabric: createFabric(room.surfaces.fabric),
  };
}

/** Before a correction: what the coarse room holds beside its air becomes that of the fine one. */
export function followEquipment(fine: Engine, coarse: Engine): void {
  carryOverUnderfloor(fine.room.plenums.underfloor, coarse.room.plenums.underfloor);
  coarse.room.losses.heatW.set(fine.room.losses.heatW);
  coarse.demandLevel = fine.demandLevel;
  const { cellSize, threads } = coarse.options;
  Object.assign(coarse, { options: { ...fine.options, cellSize, threads } });
}
