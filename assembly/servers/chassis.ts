// What holds for all servers of a chassis during a step: begin() reads it once.
import {
  AFFINITY, CHIP_RISE, FAN_LAW, FAN_POWER_FACTOR, FAN_RISE, FAN_TARGET, figure, INVERSE_PEAK, LAW_INTERVALS, LAW_SCALE,
  LEAKAGE, LEAKAGE_AT_CURVE, LIQUID, RESISTANCE, table,
} from './block';
import { fansByChip, groupCoolantCelsius, groupHeatSink, groupInletCelsius, groupSensorCelsius } from './columns';
import { LAW_SHIFT } from './tables';

export let block: usize = 0;
export let first: usize = 0;
export let end: usize = 0;
export let dt: f64 = 0;
/** The step is without end: all come to rest. */
export let settles = false;
export let inlet: f64 = 0;
export let inletShutdown: f64 = 0;
export let liquid = false;
export let byChip = false;
/** What the chip's heat goes to, °C, and its rise over that at full load and nominal fan speed, K. */
export let base: f64 = 0;
export let rise: f64 = 0;
/** Intervals of the fan law for each watt: of the machine whose curve was measured, and at this inlet and heat sink. */
export let lawPerWatt: f64 = 0;
export let pacePerWatt: f64 = 0;
export let law: usize = 0;
/** The law at this inlet: where fans run full anyway, its last line alone. */
export let paceLaw: usize = 0;
export let paceIntervals: f64 = 0;
/** Table of fan power beside the cube, 0 for none. */
export let factor: usize = 0;
export let resistances: usize = 0;
export let leakages: usize = 0;
export let heldLeakages: usize = 0;
export let inversePeak: f64 = 0;

export function begin(group: usize, at: usize, from: usize, to: usize, seconds: f64, shutdown: f64): void {
  block = at;
  first = from;
  end = to;
  dt = seconds;
  settles = seconds == Infinity;
  inletShutdown = shutdown;
  inlet = load<f64>(groupInletCelsius + (group << 3));
  liquid = figure(at, LIQUID) == 1;
  byChip = fansByChip != 0 && !liquid;
  base = liquid ? load<f64>(groupCoolantCelsius + (group << 3)) : inlet;
  const scale = load<f64>(groupHeatSink + (group << 3));
  rise = figure(at, CHIP_RISE) * scale;
  law = table(at, FAN_LAW);
  inversePeak = figure(at, INVERSE_PEAK);
  lawPerWatt = LAW_SCALE * inversePeak;
  const headroom = (figure(at, FAN_TARGET) - load<f64>(groupSensorCelsius + (group << 3))) / figure(at, FAN_RISE);
  if (headroom > 0) {
    pacePerWatt = scale * (LAW_SCALE / headroom) * inversePeak;
    paceLaw = law;
    paceIntervals = LAW_INTERVALS;
  } else {
    pacePerWatt = 0;
    paceLaw = law + (<usize>LAW_INTERVALS << LAW_SHIFT);
    paceIntervals = 0;
  }
  factor = figure(at, AFFINITY) == 1 ? 0 : table(at, FAN_POWER_FACTOR);
  resistances = table(at, RESISTANCE);
  leakages = table(at, LEAKAGE);
  heldLeakages = table(at, LEAKAGE_AT_CURVE);
}
