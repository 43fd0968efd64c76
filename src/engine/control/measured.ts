/**
 * What controllers measure: numbers that a building automation system has, no fields. The room of cells and the reduced
 * room fill it alike. Arrays in site order; NaN where not known or not measured.
 */
export interface Measured {
  /** Warmest inlet of each rack, °C; NaN for one that draws no air. */
  readonly rackInletCelsius: Float64Array;
  readonly unitSupplyCelsius: Float64Array;
  /** Supply air that each unit tries to give, °C. */
  readonly unitCommandCelsius: Float64Array;
  /** Position of each unit's chilled-water valve, 0-1; NaN without a coil of known rating. */
  readonly unitValveShare: Float64Array;
  /** Heat that the unit takes over what it could, 0-1; NaN where its capacity is not limited. */
  readonly unitLoadShare: Float64Array;
  /** 1 where fan and coil of a unit can work: it is switched on in the document and nothing of it has failed. */
  readonly unitAvailable: Uint8Array;
  /** Pressure in each containment against the room, Pa. */
  readonly aislePascals: Float64Array;
  /** Pressure under the raised floor against the room, Pa. */
  floorPascals: number;
}

export interface MeasuredCounts {
  racks: number;
  units: number;
  containments: number;
}

export function createMeasured({ racks, units, containments }: MeasuredCounts): Measured {
  const unknown = (length: number) => new Float64Array(length).fill(Number.NaN);
  return {
    rackInletCelsius: unknown(racks),
    unitSupplyCelsius: unknown(units),
    unitCommandCelsius: unknown(units),
    unitValveShare: unknown(units),
    unitLoadShare: unknown(units),
    unitAvailable: new Uint8Array(units).fill(1),
    aislePascals: unknown(containments),
    floorPascals: Number.NaN,
  };
}
