/** Power usage effectiveness: facility over IT (The Green Grid; ISO/IEC 30134-2), of powers or of energies; NaN where either is unknown or IT is 0. */
export function pue(facility: number, it: number): number {
  return it > 0 ? facility / it : Number.NaN;
}

/** Datacentre infrastructure efficiency: 1 / PUE (The Green Grid). */
export function dcie(facility: number, it: number): number {
  return facility > 0 ? it / facility : Number.NaN;
}

/**
 * Energy efficiency of the facility: useful computing per joule, from work rate (units/s) and power (W) or from
 * work (units) and energy (J). Not the EER of a cooling machine (Btu/h per W).
 */
export function workPerJoule(work: number, facility: number): number {
  return facility > 0 ? work / facility : Number.NaN;
}
