/**
 * What the engine publishes, as the rest of the program sees it: plain typed arrays in one buffer,
 * described by a layout that holds for one revision of the site document.
 * A number that is not known (a metric whose inputs the site lacks) is NaN.
 */

/** Facility-wide numbers of one instant. W, °C, m³/s, s, J as their names say. */
export const FRAME_SCALARS = [
  'simulatedSeconds',
  'tick',
  /** 0 just after an edit, 1 when the air has settled to the new layout. */
  'settleProgress',
  /** Largest change still expected at any chassis inlet, K. */
  'settleResidualKelvin',
  'itW',
  'serverFansW',
  'coolingW',
  'lossesW',
  /** Lighting and other fixed load. */
  'otherW',
  'facilityW',
  /** Useful computing per joule drawn by the facility; the unit is `layout.workUnit` per joule. */
  'eer',
  'pue',
  'inletMinCelsius',
  'inletMeanCelsius',
  'inletMaxCelsius',
  'supplyCelsius',
  'returnCelsius',
  /** Useful computing delivered, work units a second. */
  'workRate',
  /** Useful computing asked for, work units a second. */
  'demandRate',
  'itJ',
  'facilityJ',
  'rackHeatW',
  /** Heat that the cooling units take from the room's air. */
  'coolingHeatW',
  /** Heat that water or refrigerant takes from their coils: that of the air and the fans, less what coil and casing store. */
  'loopHeatW',
  'energyBalanceError',
  'massBalanceError',
  'shi',
  'rhi',
  'rciHi',
  'rciLo',
  /** Servers that heat slows down, that sleep or wake, and that heat has switched off. */
  'throttledServers',
  'asleepServers',
  'offServers',
  /** Hottest chip of all servers of the catalogue. */
  'chipMaxCelsius',
  'rti',
  /** Parts of `lossesW`; the loss of power supplies is part of `itW`. NaN where the site does not describe them. */
  'psuLossW',
  'rackPduLossW',
  'pduLossW',
  'upsLossW',
  'switchgearLossW',
  'transformerLossW',
  /** Drawn from the grid, what recharges batteries included. */
  'utilityW',
  /** How long the battery carries the load of this moment. */
  'rideThroughSeconds',
  /** Parts of `coolingW`; NaN where the plant does not tell them apart. */
  'unitFansW',
  'chillersW',
  'compressorsW',
  'pumpsW',
  'towersW',
  'liquidW',
  /** Water drawn by the facility, L/s. */
  'waterLps',
  /** Heat exported for use elsewhere. */
  'heatReuseW',
  /** Of the grid at this moment: kg CO2 and currency a kWh; of the water main, currency a m³. */
  'carbonKgPerKWh',
  'pricePerKWh',
  'waterPricePerM3',
  /** Ratios of this moment; the cost in the currency of the tariff. */
  'dcie',
  'ppueCooling',
  'ppuePower',
  'wue',
  'cue',
  'ere',
  'coolingEer',
  'costPerHour',
  /** Since the start of the run: litres, kg CO2, currency. */
  'waterL',
  'carbonKg',
  'cost',
  /** Weather; hour of the year from midnight of the first of January. */
  'outdoorDryBulbCelsius',
  'outdoorWetBulbCelsius',
  'outdoorDewPointCelsius',
  'hourOfYear',
  /** Chilled-water plant; NaN where the site's plant is not computed part by part. Mode: 0 idle, 1 free, 2 partial, 3 mechanical. */
  'plantMode',
  'chilledSupplyCelsius',
  'chilledReturnCelsius',
  'chilledFlowLps',
  'condenserSupplyCelsius',
  'condenserReturnCelsius',
  'condenserFlowLps',
  'chillersRunning',
  'chillerPartLoad',
  /** Heat that coils, doors and CDUs gave to the chilled water, and who took it. */
  'chilledHeatW',
  'chillerHeatW',
  'economiserHeatW',
  /** To the outdoor air by the chilled-water plant; share of full speed of its fans. */
  'rejectedHeatW',
  'rejectionFanShare',
  /** Water that its towers take, L/s; part of `waterLps`. */
  'towerWaterLps',
  /** Kept by the water of both circuits, W. */
  'plantStoredW',
  /** Heat that condensing water adds at the coils; heat that leaves with outdoor air at the units. */
  'latentHeatW',
  'freeAirHeatW',
  'doorHeatW',
  /** Liquid loop of the racks. */
  'liquidHeatW',
  'facilityWaterSupplyCelsius',
  'facilityWaterReturnCelsius',
  'coolantCelsius',
  'facilityWaterFlowLps',
  'facilityRejectedW',
  'facilityToPlantW',
  /** Sum of PLANT_FLAGS that hold. */
  'plantFlags',
  /** Control zones: mean setpoint of their supply air, and requests of racks for colder air; NaN without a reset. */
  'supplySetpointCelsius',
  'supplyRequests',
  /** Chilled water asked of the plant, and requests of valves for colder water; NaN without such a plant, without a reset. */
  'chilledSetpointCelsius',
  'chilledRequests',
] as const;
export type FrameScalar = (typeof FRAME_SCALARS)[number];

/** What is wrong or at its limit in the cooling plant, as bits of `plantFlags`. */
export const PLANT_FLAGS = {
  /** A unit's or the plant's curve was asked outside its fitted range. */
  unitOutOfRange: 1,
  plantOutOfRange: 2,
  /** The chillers can't hold the chilled water's temperature. */
  plantSaturated: 4,
  /** The liquid loop is warmer than its class, or its tower's curve was asked outside its range. */
  facilityAboveClass: 8,
  facilityOutOfRange: 16,
  /** The dew point of the room holds the water of a rear door above what was asked. */
  doorDewLimited: 32,
  /** Water condenses on a coil. */
  coilWet: 64,
} as const;
export type PlantFlag = keyof typeof PLANT_FLAGS;

/** Columns of the time series that charts draw; the first is time. */
export const SERIES_COLUMNS = [
  'simulatedSeconds',
  'itW',
  'serverFansW',
  'coolingW',
  'lossesW',
  'otherW',
  'facilityW',
  'eer',
  'pue',
  'inletMinCelsius',
  'inletMeanCelsius',
  'inletMaxCelsius',
  'supplyCelsius',
  'returnCelsius',
  'workRate',
  'demandRate',
  'outdoorDryBulbCelsius',
  'outdoorWetBulbCelsius',
  'carbonKgPerKWh',
  'supplySetpointCelsius',
  'supplyRequests',
] as const satisfies readonly FrameScalar[];
export type SeriesColumn = (typeof SERIES_COLUMNS)[number];

/** Length of each block, by the list of the layout that it follows. */
type BlockLength =
  | 'racks'
  | 'chassis'
  | 'units'
  | 'zones'
  | 'tiles'
  | 'grilles'
  | 'openings'
  | 'sensors'
  | 'plenum'
  | 'cells';

/** Per-entity blocks, in the order of the layout's id lists. */
export const FRAME_BLOCKS = {
  rackPowerW: 'racks',
  rackAirflowM3s: 'racks',
  rackInletMinCelsius: 'racks',
  rackInletMeanCelsius: 'racks',
  rackInletMaxCelsius: 'racks',
  rackOutletMeanCelsius: 'racks',
  rackUtilisation: 'racks',
  /** Hottest chip; NaN without servers of the catalogue. */
  rackChipMaxCelsius: 'racks',
  /** Its server fans; NaN where not known. */
  rackFanPowerW: 'racks',
  /** Servers that heat slows down, that sleep or wake, and that heat has switched off. */
  rackServersThrottled: 'racks',
  rackServersAsleep: 'racks',
  rackServersOff: 'racks',
  /** Requests for colder air that count; NaN for a rack whose zone has no reset. */
  rackRequests: 'racks',
  chassisPowerW: 'chassis',
  chassisAirflowM3s: 'chassis',
  chassisInletCelsius: 'chassis',
  chassisOutletCelsius: 'chassis',
  unitAirflowM3s: 'units',
  unitSupplyCelsius: 'units',
  unitReturnCelsius: 'units',
  unitHeatW: 'units',
  unitLoopHeatW: 'units',
  unitPowerW: 'units',
  /** Water through its coil, L/s; heat that leaves with outdoor air, W; share of full use of its economiser. */
  unitWaterLps: 'units',
  unitFreeHeatW: 'units',
  unitFreeShare: 'units',
  /** Supply air that it tries to give; speed of its fans, share of full; position of its valve, 0-1 (NaN: not known). */
  unitSetpointCelsius: 'units',
  unitFanSpeed: 'units',
  unitValveShare: 'units',
  /** Control zones: setpoint of the supply, requests, racks that ask, warmest inlet, pressure held, speed, units running. */
  zoneSetpointCelsius: 'zones',
  zoneRequests: 'zones',
  zoneAskingRacks: 'zones',
  zoneWarmestCelsius: 'zones',
  zonePascals: 'zones',
  zoneFanSpeed: 'zones',
  zoneUnitsRunning: 'zones',
  tileAirflowM3s: 'tiles',
  tileCelsius: 'tiles',
  /** Flow over what the tile would give if one pressure held under the whole floor; NaN where that is nothing. */
  tileShareOfEven: 'tiles',
  grilleAirflowM3s: 'grilles',
  openingAirflowM3s: 'openings',
  openingCelsius: 'openings',
  sensorCelsius: 'sensors',
  sensorSpeedMs: 'sensors',
  /** Under the floor at centres of the plenum's cells; index i + nx j of `layout.plenum`. Pa against the room's mean. */
  plenumPascals: 'plenum',
  plenumCelsius: 'plenum',
  plenumVelocityX: 'plenum',
  plenumVelocityY: 'plenum',
  /** Air temperature at cell centres; index i + nx (j + ny k). */
  temperature: 'cells',
  /** Velocity at cell centres, m/s. */
  velocityX: 'cells',
  velocityY: 'cells',
  velocityZ: 'cells',
} as const satisfies Record<string, BlockLength>;
export type FrameBlock = keyof typeof FRAME_BLOCKS;

/** Cells under a raised floor whose flow is computed in two dimensions. */
export interface PlenumLayout {
  readonly nx: number;
  readonly ny: number;
  /** Cell face coordinates, m; lengths nx+1, ny+1. */
  readonly xFaces: Float64Array;
  readonly yFaces: Float64Array;
}

export interface FrameLayout {
  /** Revision of the site document that these lists belong to. */
  readonly revision: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  /** Cell face coordinates, m; lengths nx+1, ny+1, nz+1. */
  readonly xFaces: Float64Array;
  readonly yFaces: Float64Array;
  readonly zFaces: Float64Array;
  /** 1 where a cell is solid; index i + nx (j + ny k). */
  readonly solid: Uint8Array;
  readonly rackIds: readonly string[];
  readonly chassisIds: readonly string[];
  /** Index of the rack of each chassis. */
  readonly chassisRack: Int32Array;
  readonly unitIds: readonly string[];
  /** Control zones; absent where the site has none. */
  readonly zoneIds?: readonly string[];
  readonly tileIds: readonly string[];
  readonly grilleIds: readonly string[];
  readonly openingIds: readonly string[];
  readonly sensorIds: readonly string[];
  /** Absent where there is no raised floor, or one pressure under it. */
  readonly plenum?: PlenumLayout;
  /** Unit of useful computing ('ssj_ops', 'GPU-s'), null where the site has none or mixes units. */
  readonly workUnit: string | null;
}

export interface Frame {
  readonly layout: FrameLayout;
  readonly buffer: ArrayBuffer;
  readonly scalars: Float64Array;
  readonly blocks: Readonly<Record<FrameBlock, Float32Array>>;
}

const blockNames = Object.keys(FRAME_BLOCKS) as FrameBlock[];

function blockLength(layout: FrameLayout, kind: BlockLength): number {
  switch (kind) {
    case 'racks':
      return layout.rackIds.length;
    case 'chassis':
      return layout.chassisIds.length;
    case 'units':
      return layout.unitIds.length;
    case 'zones':
      return layout.zoneIds?.length ?? 0;
    case 'tiles':
      return layout.tileIds.length;
    case 'grilles':
      return layout.grilleIds.length;
    case 'openings':
      return layout.openingIds.length;
    case 'sensors':
      return layout.sensorIds.length;
    case 'plenum':
      return layout.plenum === undefined ? 0 : layout.plenum.nx * layout.plenum.ny;
    case 'cells':
      return layout.nx * layout.ny * layout.nz;
  }
}

/** Size of the buffer of one frame, bytes. */
export function frameBytes(layout: FrameLayout): number {
  let floats = 0;
  for (const name of blockNames) floats += blockLength(layout, FRAME_BLOCKS[name]);
  return FRAME_SCALARS.length * 8 + floats * 4;
}

/** Views into a frame buffer; copies nothing. Throws RangeError when the buffer is of another layout. */
export function viewFrame(layout: FrameLayout, buffer: ArrayBuffer): Frame {
  const bytes = frameBytes(layout);
  if (buffer.byteLength !== bytes) {
    throw new RangeError(`frame buffer has ${buffer.byteLength} bytes, the layout needs ${bytes}`);
  }
  const scalars = new Float64Array(buffer, 0, FRAME_SCALARS.length);
  const blocks = {} as Record<FrameBlock, Float32Array>;
  let offset = scalars.byteLength;
  for (const name of blockNames) {
    const length = blockLength(layout, FRAME_BLOCKS[name]);
    blocks[name] = new Float32Array(buffer, offset, length);
    offset += length * 4;
  }
  return { layout, buffer, scalars, blocks };
}

const scalarIndex = Object.fromEntries(FRAME_SCALARS.map((name, index) => [name, index])) as Record<
  FrameScalar,
  number
>;

/** Position of a scalar in `frame.scalars`. */
export function indexOfScalar(name: FrameScalar): number {
  return scalarIndex[name];
}

export function readScalar(frame: Frame, name: FrameScalar): number {
  return frame.scalars[scalarIndex[name]]!;
}
