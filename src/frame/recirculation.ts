/**
 * Who breathes whose air, rack by rack, at one moment: plain numbers of the air as it moved then. Givers: racks, units,
 * openings, in the order of the id lists, R + U + O. Takers: the same, and last the room as a whole.
 */
export interface Recirculation {
  /** Revision of the site document that it belongs to. */
  revision: number;
  simulatedSeconds: number;
  rackIds: string[];
  unitIds: string[];
  openingIds: string[];
  /** takers x givers, row by row: share of the taker's air that last left the giver, 0-1; a row sums to 1, or is 0. */
  share: Float32Array;
  /** Flow that each taker draws and each giver blows, m³/s. */
  takenM3s: Float32Array;
  givenM3s: Float32Array;
  /** D, taker x giver over the racks: rise of the taker's inlet for each kilowatt in the giver, K/kW. */
  riseKelvinPerKilowatt: Float32Array;
  /** Share of a rack's air that comes straight from cooling units; NaN for one that draws none. */
  coldCapture: Float32Array;
  /** Share of a rack's exhaust that goes straight to the returns of cooling units. */
  hotCapture: Float32Array;
  /** Mean time since a rack's air left a cooling unit or came in from outside, s. */
  rackAgeSeconds: Float32Array;
  unitReturnAgeSeconds: Float32Array;
  /** Mean age of all the room's air, and of the air that leaves it, s. */
  roomAgeSeconds: number;
  residenceSeconds: number;
  /** Heat that each rack gave to its air, W, and its inlet, °C. */
  rackHeatW: Float32Array;
  rackInletCelsius: Float32Array;
  /** From the shares and the heat; no temperature of the room was read. RTI in %. */
  shi: number;
  rhi: number;
  rti: number;
}
