import type { Site } from '../site/schema/site';
import { airConstants, buildGrid, createRoomKernels, createRoomModel } from './create-state';
import { CELL_FIELDS } from './grid/room-fields';
import { closeFaces, fillFreedCells, transferFields } from './grid/transfer';
import type { AirConstants } from './kernels/backend';
import { geometryChange } from './kernels/geometry-change';
import type { Engine, RoomModel } from './state';

/** The room of an edited site, with the air of the present one in it. */
export interface RoomEdit {
  readonly model: RoomModel;
  /** Goes back to the present room; its state is then what it was. */
  undo(): void;
  /** Goes on with the edited room; there is no way back. */
  finish(): void;
}

/**
 * On grid lines that stay the same only what differs is brought up to date, in place; else the room is built anew and
 * its fields carried over. Throws EngineError, with the present room as it was, for a site that the cells cannot hold.
 */
export function editRoom(engine: Engine, site: Site): RoomEdit {
  const { room, options } = engine;
  const grid = buildGrid(site, options);
  const constants = airConstants(site, options);
  const change = sameConstants(constants, room.surfaces.constants) ? geometryChange(room.grid.mesh, grid.mesh) : null;
  if (change !== null && room.kernels.reshape(grid.mesh, grid.freeFaces, change)) {
    const { kernels } = room;
    const held = CELL_FIELDS.map((name) => Float64Array.from(change.cells, (c) => kernels[name][c]!));
    fillFreedCells(grid.mesh, kernels, room.grid.mesh.solid.slice());
    return {
      model: createRoomModel(site, grid, kernels, options),
      undo() {
        kernels.reshape(room.grid.mesh, room.grid.freeFaces, change);
        change.cells.forEach((c, n) => {
          CELL_FIELDS.forEach((name, f) => {
            kernels[name][c] = held[f]![n]!;
          });
        });
      },
      finish() {
        closeFaces(grid.mesh, kernels.velocity);
        for (const field of [kernels.jet, kernels.exchange, kernels.exchangeValue]) field.fill(0);
      },
    };
  }
  const kernels = createRoomKernels(site, grid, options);
  kernels.temperature.fill(site.room.initialCelsius);
  transferFields(room.grid.mesh, room.kernels, grid.mesh, kernels);
  return {
    model: createRoomModel(site, grid, kernels, options),
    undo: () => kernels.release(),
    finish: () => room.kernels.release(),
  };
}

function sameConstants(a: AirConstants, b: AirConstants): boolean {
  return (Object.keys(a) as (keyof AirConstants)[]).every((key) => a[key] === b[key]);
}
