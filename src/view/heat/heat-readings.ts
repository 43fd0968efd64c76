import { type Frame, readScalar } from '../../frame/layout';

/** Air that all units move, m³/s. */
export function readAirflow(frame: Frame): number {
  return frame.blocks.unitAirflowM3s.reduce((sum, flow) => sum + flow, 0);
}

/** Heat that leaves room and racks for each watt of electricity that cooling draws. */
export function readCoolingRatio(frame: Frame): number {
  const heat = readScalar(frame, 'coolingHeatW') + readScalar(frame, 'liquidHeatW');
  return heat / readScalar(frame, 'coolingW');
}

/** What the chilled-water plant takes in: heat of coils, doors and CDUs, and the electricity of pumps and chillers, W. */
export function readPlantIn(frame: Frame): number {
  return readScalar(frame, 'chilledHeatW') + readScalar(frame, 'pumpsW') + readScalar(frame, 'chillersW');
}

export function readPlantOut(frame: Frame): number {
  return readScalar(frame, 'rejectedHeatW') + readScalar(frame, 'plantStoredW');
}

export function readPlantDifference(frame: Frame): number {
  return readPlantIn(frame) - readPlantOut(frame);
}
