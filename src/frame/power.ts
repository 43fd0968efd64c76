/**
 * Where the electricity comes from and goes, W; summed over time the same numbers are J. Not known: NaN.
 * utility + generator + battery = everything that is consumed + what goes into the battery.
 */
export const POWER_READINGS = [
  'utilityW',
  'generatorW',
  'batteryW',
  /** What the battery keeps of its recharging. */
  'batteryChargeW',
  'transformerLossW',
  'switchgearLossW',
  /** Recharging loss included. */
  'upsLossW',
  'pduLossW',
  'rackPduLossW',
  /** IT power at the sockets of the racks; what follows to `computingW` is part of it. */
  'itW',
  /** NaN where the supplies are not described: then it is inside `computingW`. */
  'psuLossW',
  /** NaN where fans are not known: then they are inside `computingW`. */
  'serverFansW',
  'computingW',
  'coolingW',
  'unitFansW',
  'chillersW',
  'compressorsW',
  'pumpsW',
  'towersW',
  'liquidW',
  /** The part of `coolingW` that none of these names. */
  'coolingRestW',
  'otherW',
] as const;
export type PowerReading = (typeof POWER_READINGS)[number];
export type PowerReadings = Record<PowerReading, number>;

export function emptyReadings(value = Number.NaN): PowerReadings {
  return Object.fromEntries(POWER_READINGS.map((name) => [name, value])) as PowerReadings;
}

export type PowerElementKind = 'transformer' | 'switchgear' | 'ups' | 'pdu' | 'rack-feed' | 'generator';
export type PowerLevel = 'ok' | 'warning' | 'alarm';
export type FeedSide = 'A' | 'B';

/** One element of the chain with what it carries. */
export interface PowerElement {
  kind: PowerElementKind;
  /** Rack id, number of the PDU, '' for what there is once. */
  id: string;
  /** null where the site has a single feed, or for what both share. */
  side: FeedSide | null;
  loadW: number;
  /** NaN where the site gives none. */
  ratedW: number;
  /** What it may carry for long: rating times the continuous share for breakers, rating less redundant modules for a UPS. */
  limitW: number;
  /** Its own loss now, W. */
  lossW: number;
  level: PowerLevel;
  /** The most that it would carry when one feed, or one redundant module, is lost; NaN where nothing would change it. */
  failoverW: number;
  failoverLevel: PowerLevel;
  /** tripped: overload has opened it; opened: a failure has; dead: nothing reaches it. Absent while it carries its load. */
  out?: 'tripped' | 'opened' | 'dead';
  /** Breakers and UPS that are overloaded: when they trip if the load stays, s; absent where they never do. */
  tripsInSeconds?: number;
  /** A UPS that lets the grid carry its load past its converters. */
  bypass?: boolean;
}

/** What comes of losing one feed at the load of this moment. */
export interface FeedLoss {
  lost: FeedSide;
  /** Every rack stays fed, and nothing carries more than its rating. */
  survives: boolean;
  /** Racks that go dark, and what they draw now. */
  darkRackIds: string[];
  darkW: number;
  /** Elements beyond their rating then, as `kind` and `id`. */
  overloaded: { kind: PowerElementKind; id: string }[];
}

/** Battery, generator and what they carry. */
export interface BackupStatus {
  state: 'grid' | 'battery' | 'generator' | 'dark' | 'restarting';
  /** Stored energy over what a full battery gives, 0-1; NaN without a battery. */
  batteryShare: number;
  batteryUsableJ: number;
  /** How long the battery would carry the load of this moment, s; NaN where not known. */
  rideThroughSeconds: number;
  generatorRatedW: number;
  generatorStartSeconds: number;
  /** Electricity left in the tank over a full one; NaN without a limit. */
  fuelShare: number;
  fuelJ: number;
}

/** Which caps are set and whether they bind. */
export interface CapStatus {
  rackId: string;
  capW: number;
  powerW: number;
  /** What it would draw without a cap, W. */
  wantedW: number;
}

/** The electrical chain at one moment. Asked for by the page; plain numbers. */
export interface PowerStatus {
  revision: number;
  simulatedSeconds: number;
  /** False where the site says nothing of its electrical chain. */
  described: boolean;
  twoFeeds: boolean;
  watts: PowerReadings;
  /** The same since the start of the run, J. */
  joules: PowerReadings;
  workRate: number;
  /** Work delivered since the start of the run, in the site's unit. */
  work: number;
  elements: PowerElement[];
  /** Feeds that are lost now. */
  lostSides: FeedSide[];
  /** Racks that nothing feeds, in site order. */
  darkRackIds: string[];
  /** Overload trips breakers now; else it is only an alarm. */
  armed: boolean;
  feedLosses: FeedLoss[];
  backup: BackupStatus | null;
  caps: CapStatus[];
  roomCap: { capW: number; powerW: number; wantedW: number } | null;
}

/** An element beyond what it may carry, or a cap that cannot be kept. */
export interface PowerAlarm {
  /** Stable name of what is concerned. */
  key: string;
  kind: PowerElementKind | 'battery' | 'fuel' | 'cap' | 'dark-rack' | 'feed';
  id: string;
  side: FeedSide | null;
  level: 'warning' | 'alarm';
  /** Overload has opened it. */
  tripped?: boolean;
}
