/** Speed that each fan is driven at, share of full, with the flow and power that belong to it; site order. */
export interface FanDrive {
  readonly speed: Float64Array;
  readonly airflowM3s: Float64Array;
  readonly fanW: Float64Array;
}

/** The part of the plant's state that fans are. */
export interface FanState {
  readonly drive: FanDrive;
  readonly structure: {
    readonly ratedAirflowM3s: Float64Array;
    readonly ratedFanW: Float64Array;
    readonly fanExponent: Float64Array;
  };
  readonly trips: { readonly fanShare: Float64Array; readonly fanStopped: Uint8Array };
  readonly airflowM3s: Float64Array;
  readonly fanW: Float64Array;
}

/** Drives the fan of a unit at a speed: flow in proportion, power by the unit's law. What has tripped runs on its own. */
export function driveFan(plant: FanState, unit: number, speed: number): void {
  const { drive, structure, trips } = plant;
  if (drive.speed[unit] === speed) return;
  drive.speed[unit] = speed;
  drive.airflowM3s[unit] = structure.ratedAirflowM3s[unit]! * speed;
  drive.fanW[unit] = structure.ratedFanW[unit]! * speed ** structure.fanExponent[unit]!;
  const share = trips.fanShare[unit]!;
  plant.airflowM3s[unit] = drive.airflowM3s[unit]! * share;
  plant.fanW[unit] = trips.fanStopped[unit] === 1 ? 0 : drive.fanW[unit]! * share ** structure.fanExponent[unit]!;
}
