// Addresses of the arrays, one for each name of src/engine/servers/kernel/arrays.ts; the host sets them.
export let serverDemandShare: usize = 0;
export let serverUtilisation: usize = 0;
export let serverFrequencyShare: usize = 0;
export let serverPowerW: usize = 0;
export let serverOverheadW: usize = 0;
export let serverChipCelsius: usize = 0;
export let serverFanSpeed: usize = 0;
export let serverTimerSeconds: usize = 0;
export let serverState: usize = 0;
export let serverThrottle: usize = 0;
export let serverPState: usize = 0;
export let frequencyCapShare: usize = 0;
export let powerCapW: usize = 0;
export let groupFirst: usize = 0;
export let groupEnd: usize = 0;
export let groupModel: usize = 0;
export let groupInletCelsius: usize = 0;
export let groupSensorCelsius: usize = 0;
export let groupCoolantCelsius: usize = 0;
export let groupHeatSink: usize = 0;
export let groupPowerW: usize = 0;
export let groupFanPowerW: usize = 0;
export let groupAirflowM3s: usize = 0;
export let groupDemandSum: usize = 0;
export let groupDeliveredSum: usize = 0;
export let groupChipStoredW: usize = 0;
export let groupChipMaxCelsius: usize = 0;
export let groupThrottled: usize = 0;
export let groupAsleep: usize = 0;
export let groupOff: usize = 0;
export let groupRunaway: usize = 0;

/** Addresses of the models' blocks, i32 each, and how many chassis there are. */
export let blocks: usize = 0;
export let groups: i32 = 0;
/** What the steps hand to one another, by server within its chassis: see plan.ts and rest.ts. */
export let planW: usize = 0;
export let planHeldLeakageW: usize = 0;
export let planHeldFanW: usize = 0;
export let planFlags: usize = 0;
export let restLeakageW: usize = 0;
export let restPath: usize = 0;

// How the servers are run.
export let fansByChip: i32 = 0;
export let zonedFans: i32 = 0;
export let leakage: i32 = 0;
export let powerManagement: i32 = 0;
export let sleepAfterSeconds: f64 = Infinity;
export let conservative: i32 = 0;
