import { carryOverControl } from '../engine/control/carry-over';
import { createEngine, type Engine, EngineError, editSite } from '../engine/engine';
import { type RackSummary, rackSummary } from '../engine/rack-summary';
import { settleOnce } from '../engine/settle';
import { transferEngineFields } from '../engine/transfer-fields';
import type { Site } from '../site/schema/site';
import type { PreviewFrame } from './protocol';

/** Cells of the coarse room that answers while a rack is in the hand; more where the room needs more to breathe. */
const PREVIEW_CELLS = 5_000;

/** A second, coarse engine that follows the layout in the hand; it never touches the run. */
export interface Preview {
  readonly active: boolean;
  /** Moves the coarse room to a layout; false where that layout cannot be simulated. */
  follow(site: Site, revision: number, from: Engine): boolean;
  /** Some iterations towards rest. */
  iterate(): void;
  frame(): PreviewFrame | null;
  end(): void;
}

/** The coarsest engine that can hold the site: aisles of a large hall need smaller cells than a small room can afford. */
function createCoarse(site: Site, from: Engine): Engine {
  const { nx, ny, nz } = from.room.grid.mesh;
  const finest = nx * ny * nz;
  for (let maxCells = PREVIEW_CELLS; ; maxCells *= 2) {
    try {
      return createEngine(site, { seed: from.seed, maxCells: Math.min(maxCells, finest), backend: 'wasm' });
    } catch (error) {
      if (!(error instanceof EngineError) || maxCells >= finest) throw error;
    }
  }
}

export function createPreview(): Preview {
  let engine: Engine | null = null;
  let revision = 0;
  const summary = {} as RackSummary;
  return {
    get active() {
      return engine !== null;
    },
    follow(site, nextRevision, from) {
      try {
        if (engine === null) {
          engine = createCoarse(site, from);
          transferEngineFields(from, engine);
          carryOverControl(from.control, from.plant, engine.control, engine.plant);
        } else {
          editSite(engine, site);
        }
        revision = nextRevision;
        return true;
      } catch (error) {
        if (error instanceof EngineError) return false;
        throw error;
      }
    },
    iterate() {
      if (engine?.settling.active) settleOnce(engine);
    },
    frame() {
      if (engine === null) return null;
      const { mesh } = engine.room.grid;
      const racks = engine.site.racks.length;
      const frame: PreviewFrame = {
        revision,
        rackIds: engine.site.racks.map((rack) => rack.id),
        rackInletMeanCelsius: new Float32Array(racks),
        rackInletMaxCelsius: new Float32Array(racks),
        rackOutletMeanCelsius: new Float32Array(racks),
        nx: mesh.nx,
        ny: mesh.ny,
        nz: mesh.nz,
        xFaces: mesh.faces[0],
        yFaces: mesh.faces[1],
        zFaces: mesh.faces[2],
        temperature: new Float32Array(mesh.nx * mesh.ny * mesh.nz),
        solid: new Uint8Array(mesh.nx * mesh.ny * mesh.nz),
        settleProgress: engine.settling.progress,
      };
      for (let r = 0; r < racks; r++) {
        rackSummary(engine, r, summary);
        frame.rackInletMeanCelsius[r] = summary.inletMeanCelsius;
        frame.rackInletMaxCelsius[r] = summary.inletMaxCelsius;
        frame.rackOutletMeanCelsius[r] = summary.outletMeanCelsius;
      }
      let n = 0;
      for (let k = 1; k <= mesh.nz; k++) {
        for (let j = 1; j <= mesh.ny; j++) {
          const row = 1 + mesh.stride[1] * j + mesh.stride[2] * k;
          for (let i = 0; i < mesh.nx; i++, n++) {
            frame.temperature[n] = engine.temperature[row + i]!;
            frame.solid[n] = mesh.solid[row + i]!;
          }
        }
      }
      return frame;
    },
    end() {
      engine = null;
    },
  };
}
