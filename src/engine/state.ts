import { formatIssue, type Issue } from '../site/issue';
import type { Site } from '../site/schema/site';
import type { AirScratch, AirState } from './airflow/air';
import type { RoomFlows } from './airflow/flows';
import type { Plenums } from './airflow/plenum';
import type { UnderfloorState } from './airflow/plenum/underfloor';
import type { CoarseSettling } from './coarse/coarse-settling';
import type { AislePanels } from './control/aisle-panels';
import type { CoolingControl } from './control/cooling-control';
import type { Failures } from './failures/state';
import type { RoomGrid } from './grid/room-grid';
import type { HeatInflows, RoomSurfaces } from './heat/heat';
import type { BackendName, RoomKernels, TurbulenceModel } from './kernels/backend';
import type { Field } from './kernels/velocity';
import type { ThreadTeam } from './kernels/wasm/thread-team';
import type { Fabric } from './mass/fabric';
import type { Measures } from './measures';
import type { Plant } from './plant/plant';
import type { RoomLosses } from './power/room-heat';
import type { PowerState } from './power/state';
import type { ReducedModel } from './reduced/model';
import type { DispatchState } from './scheduler/dispatch';
import type { Observation } from './scheduler/observation';
import type { Servers } from './servers/servers';
import type { Settling } from './settling';
import type { NoiseState } from './workload/demand';

/** Simulated time of one tick, s. */
export const TICK_SECONDS = 1;

export interface EngineOptions {
  /** Seed of everything random. */
  seed: number;
  /** Cell size, m; absent: the site's, else the finest that keeps within `maxCells`. */
  cellSize?: number;
  /** Most cells of the automatic grid; absent: by the size of the site, see `automaticMaxCells`. */
  maxCells?: number;
  /** 'upwind' (default): first order, comes to rest quickly. 'limited': bounded second order, sharper jets and layers. */
  advection?: 'upwind' | 'limited';
  /** 'k-epsilon' (default): as good as CFD usually is. 'zero-equation': a third cheaper, jets away from walls spread too fast. */
  turbulence?: TurbulenceModel;
  /** Who does the numerical work on the air; 'reference' (default): double precision, 'wasm': single precision, much faster. */
  backend?: BackendName;
  /** Multiplies the length of every air step; 1 (default) is the measured trade of speed and accuracy. */
  airStepScale?: number;
  /** Threads that help the calling one with the air of a large room; results are the same without. 'wasm' only. */
  threads?: ThreadTeam | null;
}

/** A site that cannot be simulated: the issues say where and what to do. */
export class EngineError extends Error {
  constructor(readonly issues: Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'EngineError';
  }
}

/** Everything that follows from the document and the grid, and holds no history. */
export interface RoomModel {
  readonly grid: RoomGrid;
  readonly plenums: Plenums;
  /** The numerical work and the fields that it is done on. */
  readonly kernels: RoomKernels;
  readonly airScratch: AirScratch;
  readonly surfaces: RoomSurfaces;
  /** Losses of the electrical chain that heat the room. */
  readonly losses: RoomLosses;
  /** Where the pressure of each containment is felt. */
  readonly aislePanels: readonly AislePanels[];
}

export interface Engine {
  site: Site;
  readonly options: EngineOptions;
  seed: number;
  room: RoomModel;
  air: AirState;
  /** Air temperature at cells, °C, padded index. */
  temperature: Field;
  flows: RoomFlows;
  inflows: HeatInflows;
  servers: Servers;
  plant: Plant;
  /** What drives fans, setpoints and stages above the units' own controllers. */
  control: CoolingControl;
  /** Model by which predictive control foresees; null while none has been made. It may be that of an earlier layout. */
  reducedModel: ReducedModel | null;
  /** The electrical chain, from the grid to the sockets of the racks. */
  power: PowerState;
  observation: Observation;
  dispatchState: DispatchState;
  noise: NoiseState;
  /** Air that each chassis, unit and sensor sees, °C. */
  chassisInletCelsius: Float64Array;
  unitReturnCelsius: Float64Array;
  sensorCelsius: Float64Array;
  /** Share of peak throughput asked for in this tick. */
  demandLevel: number;
  tick: number;
  simulatedSeconds: number;
  /** Air steps and settling iterations since the start. */
  steps: number;
  settling: Settling;
  /** How far coarser cells have helped it, and the room of such cells: undefined until asked for, null where there is none. */
  coarse: CoarseSettling;
  coarseRoom: Engine | null | undefined;
  /** Air under the raised floor; null where it has one pressure, or there is none. */
  underfloor: UnderfloorState | null;
  /** What the room's surfaces remember. */
  fabric: Fabric;
  /** What has failed, or will; empty in normal operation. */
  failures: Failures;
  measures: Measures;
}
