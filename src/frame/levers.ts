/**
 * Electricity of a period by subsystem, kWh. The facility is the sum of computing, server fans, unit fans, plant, liquid
 * loop, losses and other. NaN where the site does not say enough.
 */
export interface EnergyUse {
  /** IT without its fans. */
  computing: number;
  serverFans: number;
  unitFans: number;
  /** Compressors, chillers, pumps, towers and dry coolers of the air's heat. */
  plant: number;
  /** The parts of `plant` that a computed plant tells apart. */
  chillers: number;
  pumps: number;
  towers: number;
  liquidLoop: number;
  losses: number;
  other: number;
  facility: number;
}

export const SUBSYSTEMS = ['computing', 'serverFans', 'unitFans', 'plant', 'liquidLoop', 'losses', 'other'] as const;

/** What a site used and did over a period. */
export interface PeriodUse {
  hours: number;
  energyKwh: EnergyUse;
  waterM3: number;
  carbonKg: number;
  cost: number;
  pue: number;
  /** Work in hours at full load of all servers, a unit that every kind of server has; the mean over kinds of work. */
  askedWork: number;
  doneWork: number;
  /** Done, but not within ten minutes or one step, whichever is longer. */
  lateWork: number;
  /** Work over the facility's energy: full-load hours a MWh, and in the servers' own unit, units a joule; NaN where units are mixed. */
  workPerMwh: number;
  eer: number;
  worstInletCelsius: number;
  hoursOverRecommended: number;
  hoursOverAllowable: number;
  /** Sum over hours of how far the warmest rack is over the recommended limit, K h. */
  degreeHours: number;
  /** Hours in which a curve of the plant was used beyond its range, and those in which a unit had nothing left to give. */
  hoursOutOfRange: number;
  hoursSaturated: number;
  /** Server-hours slowed by heat. */
  throttledServerHours: number;
}

/** A mean over seeds with half of its 95 % interval (Student); NaN for one seed. */
export interface Spread {
  mean: number;
  halfWidth: number;
}

/** Single measures. */
export const MEASURE_IDS = [
  'governor',
  'sleep',
  'server-fans',
  'containment',
  'blanking-panels',
  'economiser',
  'warm-water',
  'safe-setpoint',
  'best-setpoint',
  'unit-fans',
  'trim-and-respond',
  'mpc',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** The four levers, as rows of the table gather single measures. */
export const LEVERS = ['server', 'cooling', 'scheduling', 'monitor'] as const;
export type Lever = (typeof LEVERS)[number];

/** Why a row has no figures. */
export type NotThere = 'scheduling' | 'monitor' | 'control' | 'slow';

/** A row of the table before it is run: measures on top of everything off, or a special case. */
export interface RowPlan {
  readonly id: string;
  readonly kind: 'base' | 'as-is' | 'removed' | 'single' | 'lever' | 'all' | 'not-there';
  readonly measures: readonly MeasureId[];
  readonly notThere?: NotThere;
}

/** Quantities of a period that rows give, each a number. */
export const ROW_QUANTITIES = [
  'computing',
  'serverFans',
  'unitFans',
  'plant',
  'liquidLoop',
  'losses',
  'other',
  'facility',
  'waterM3',
  'carbonKg',
  'cost',
  'pue',
  'askedWork',
  'doneWork',
  'lateWork',
  'workPerMwh',
  'eer',
  'worstInletCelsius',
  'hoursOverRecommended',
  'hoursOverAllowable',
  'degreeHours',
  'hoursOutOfRange',
  'hoursSaturated',
  'throttledServerHours',
] as const;
export type RowQuantity = (typeof ROW_QUANTITIES)[number];

/** One way to run a site over the years of all seeds. */
export interface RowResult {
  readonly plan: RowPlan;
  /** Fixed supply air, °C; null where it moves. */
  readonly supplyCelsius: number | null;
  /** False where no setpoint tried keeps the limit in the design week. */
  readonly keepsLimit: boolean;
  readonly values: Readonly<Record<RowQuantity, Spread>>;
  /** Energy of the facility less than in the base row on the same seed, share; the interval is that of the differences. */
  readonly saving: Spread;
  readonly carbonSaving: Spread;
  readonly costSaving: Spread;
}

/** What a period used, as one number each. */
export function quantitiesOf({ energyKwh, ...use }: PeriodUse): Record<RowQuantity, number> {
  const { chillers: _chillers, pumps: _pumps, towers: _towers, ...energy } = energyKwh;
  const { hours: _hours, ...rest } = use;
  return { ...energy, ...rest };
}

/** The sites of the study: bundled files, one of them doubled to 40 racks. */
export const STUDY_SITES = [
  { id: 'starter-plant', file: 'starter-plant.json', doubled: false },
  { id: 'starter-40', file: 'starter-plant.json', doubled: true },
  { id: 'ai-pod', file: 'ai-pod.json', doubled: false },
] as const;
export type StudySiteId = (typeof STUDY_SITES)[number]['id'];

/** A strategy of the control ladder over a year, healthy or with a unit out for a week in summer. */
export interface LadderRow {
  readonly strategy: string;
  readonly notThere?: NotThere;
  readonly supplyCelsius: number | null;
  readonly keepsLimit: boolean;
  readonly healthy: LadderYear | null;
  readonly unitOut: LadderYear | null;
}

export interface LadderYear {
  readonly values: Readonly<Record<RowQuantity, Spread>>;
  /** Energy less than with fixed 22 °C on the same seed and state, share. */
  readonly saving: Spread;
}

/** A row's hours repeated in the room of cells. */
export interface RoomCheck {
  readonly rowId: string;
  readonly startDay: number;
  readonly hours: number;
  readonly room: CheckedHours;
  readonly model: CheckedHours;
}

export interface CheckedHours {
  readonly facilityKwh: number;
  readonly itKwh: number;
  readonly coolingKwh: number;
  readonly worstInletCelsius: number;
  readonly meanInletCelsius: number;
}

export interface StudyOfSite {
  readonly id: StudySiteId;
  readonly name: string;
  readonly racks: number;
  readonly units: number;
  readonly workUnit: string | null;
  readonly currency: string;
  readonly seeds: readonly number[];
  /** Turbulence of the rooms that its reduced models were traced from. */
  readonly turbulence: 'zero-equation' | 'k-epsilon';
  readonly rows: readonly RowResult[];
  readonly notThere: readonly RowPlan[];
  /** The room that the ladder is climbed in: the measures that all of its rows have. */
  readonly ladderMeasures: readonly MeasureId[];
  /** Empty where it was not climbed. */
  readonly ladder: readonly LadderRow[];
  /** All strategies over a fortnight: those that take too long for years of several seeds too. */
  readonly fortnight?: { readonly startDay: number; readonly days: number; readonly rows: readonly LadderRow[] };
  readonly checks: readonly RoomCheck[];
  /** Processor time of one year of the base row, s. */
  readonly yearSeconds: number;
}

/** What `npm run levers` found, as the page shows it. */
export interface LeverStudy {
  readonly format: 'isotherm-levers';
  readonly version: 1;
  readonly command: string;
  readonly days: number;
  readonly stepSeconds: number;
  readonly cellMetres: number;
  readonly sites: readonly StudyOfSite[];
}
