/** A place where air enters the room, and its share of the air that a rack draws. */
export interface AirSource {
  kind: 'rack' | 'coolingUnit' | 'opening';
  id: string;
  /** 0-1; the shares of all sources of an inlet sum to 1. */
  share: number;
  /** Temperature of that air as it enters the room, °C. */
  celsius: number;
}

/** Where the air at a rack's inlet comes from, as the air moves at one moment. */
export interface Provenance {
  rackId: string;
  simulatedSeconds: number;
  /** Largest first. */
  sources: AirSource[];
  /** Share of the rack's air that comes straight from cooling units: its cold-aisle capture index. */
  captureIndex: number;
}
