// Places of a model's figures within its block of f64 numbers: those of src/engine/servers/kernel/model-block.ts.
// @ts-ignore: decorator
@inline export const CURVE = 0;
// @ts-ignore: decorator
@inline export const IDLE_W = 11;
// @ts-ignore: decorator
@inline export const PEAK_W = 12;
// @ts-ignore: decorator
@inline export const FAN_TARGET = 13;
// @ts-ignore: decorator
@inline export const FAN_RISE = 14;
// @ts-ignore: decorator
@inline export const TARGET = 15;
// @ts-ignore: decorator
@inline export const THROTTLE = 16;
// @ts-ignore: decorator
@inline export const SHUTDOWN = 17;
// @ts-ignore: decorator
@inline export const CHIP_RISE = 18;
// @ts-ignore: decorator
@inline export const CHIP_CAPACITY = 19;
// @ts-ignore: decorator
@inline export const LIQUID = 20;
// @ts-ignore: decorator
@inline export const RATED_AIRFLOW = 21;
// @ts-ignore: decorator
@inline export const RATED_FAN_POWER = 22;
// @ts-ignore: decorator
@inline export const FAN_MIN = 23;
// @ts-ignore: decorator
@inline export const HOT_SHARE = 24;
// @ts-ignore: decorator
@inline export const COOL_SPEED = 25;
// @ts-ignore: decorator
@inline export const LEAKAGE_PER_KELVIN = 26;
// @ts-ignore: decorator
@inline export const IDLE_STATE_W = 27;
// @ts-ignore: decorator
@inline export const IDLE_WAKE = 28;
// @ts-ignore: decorator
@inline export const SLEEP_W = 29;
// @ts-ignore: decorator
@inline export const SLEEP_WAKE = 30;
// @ts-ignore: decorator
@inline export const STANDBY_W = 31;
// @ts-ignore: decorator
@inline export const P_STATES = 32;
// @ts-ignore: decorator
@inline export const FREQUENCY = 33;
// @ts-ignore: decorator
@inline export const DYNAMIC = 49;
// @ts-ignore: decorator
@inline export const FAN_LAW = 65;
// @ts-ignore: decorator
@inline export const RESISTANCE = 66;
// @ts-ignore: decorator
@inline export const LEAKAGE = 67;
// @ts-ignore: decorator
@inline export const LEAKAGE_AT_CURVE = 68;
// @ts-ignore: decorator
@inline export const FAN_POWER_FACTOR = 69;
// @ts-ignore: decorator
@inline export const OPERATING = 70;
// @ts-ignore: decorator
@inline export const AFFINITY = 86;
// @ts-ignore: decorator
@inline export const INVERSE_PEAK = 87;
// @ts-ignore: decorator
@inline export const RUNAWAY_LIMIT = 88;
// @ts-ignore: decorator
@inline export const SPEED_SPAN = 89;

// Places within a record of an operating table; a record fills a cache line.
// @ts-ignore: decorator
@inline export const RECORD_POWER = 0;
// @ts-ignore: decorator
@inline export const RECORD_DELIVERED = 2;
// @ts-ignore: decorator
@inline export const RECORD_FREQUENCY = 4;
// @ts-ignore: decorator
@inline export const RECORD_P_STATE = 5;
// @ts-ignore: decorator
@inline export const RECORD_END = 6;
// @ts-ignore: decorator
@inline export const RECORD_SIZE = 8;

// Intervals of the tables.
// @ts-ignore: decorator
@inline export const DEMAND_BUCKETS: f64 = 512;
// @ts-ignore: decorator
@inline export const LAW_INTERVALS: f64 = 512;
// @ts-ignore: decorator
@inline export const RESISTANCE_INTERVALS: f64 = 256;
// @ts-ignore: decorator
@inline export const LEAKAGE_INTERVALS: f64 = 180;
// @ts-ignore: decorator
@inline export const FAN_POWER_INTERVALS: f64 = 256;

// Constants of the model: those of src/engine/servers/kernel/constants.ts and fans.ts.
// @ts-ignore: decorator
@inline export const FAN_GAIN: f64 = 0.015;
// @ts-ignore: decorator
@inline export const FAN_RESET_SECONDS: f64 = 20;
// @ts-ignore: decorator
@inline export const FAN_RATE: f64 = 0.1;
// @ts-ignore: decorator
@inline export const STANDING_FLOW_SHARE: f64 = 0.05;
// @ts-ignore: decorator
@inline export const WAKING_LOAD: f64 = 0.5;
// @ts-ignore: decorator
@inline export const THROTTLE_HYSTERESIS_KELVIN: f64 = 5;
// @ts-ignore: decorator
@inline export const STEADY_ROUNDS = 24;
// @ts-ignore: decorator
@inline export const LAW_SCALE: f64 = 512 / (1 / 0.3);
// @ts-ignore: decorator
@inline export const LEAKAGE_FROM_CELSIUS: f64 = -20;
// @ts-ignore: decorator
@inline export const CONSERVATIVE_UP: f64 = 0.8;
// @ts-ignore: decorator
@inline export const CONSERVATIVE_DOWN: f64 = 0.2;

// @ts-ignore: decorator
@inline export const CAP_TOLERANCE: f64 = 1e-6;

// Power states and policies.
// @ts-ignore: decorator
@inline export const ON = 0;
// @ts-ignore: decorator
@inline export const ASLEEP = 1;
// @ts-ignore: decorator
@inline export const WAKING = 2;
// @ts-ignore: decorator
@inline export const OFF = 3;
// @ts-ignore: decorator
@inline export const POLICY_OFF = 0;
// @ts-ignore: decorator
@inline export const POLICY_SLEEP = 2;

/** Figure n of a block. */
// @ts-ignore: decorator
@inline export function figure(block: usize, n: i32): f64 {
  return load<f64>(block + (<usize>n << 3));
}

/** Added to a whole number below 2³², it leaves that number in the low half: quicker than a conversion. */
// @ts-ignore: decorator
@inline export const WHOLE: f64 = 4503599627370496;

/** A whole number kept as a double. */
// @ts-ignore: decorator
@inline export function whole(n: f64): usize {
  return <usize>(<u32>reinterpret<u64>(n + WHOLE));
}

/** Start of a table of a block, whose offset is figure n. */
// @ts-ignore: decorator
@inline export function table(block: usize, n: i32): usize {
  return block + (whole(figure(block, n)) << 3);
}
