/** What a server is doing. */
export const POWER_STATE = { on: 0, asleep: 1, waking: 2, off: 3 } as const;

/** Policies for servers without work. */
export const POWER_MANAGEMENT = { off: 0, idle: 1, sleep: 2 } as const;

/** State and results by server. Temperatures in °C, powers in W. */
export interface ServerColumns {
  /** Share of peak throughput asked of each server, 0-1: the dispatcher writes it before each step. */
  readonly serverDemandShare: Float64Array;
  /** Share of peak throughput that each server delivers, 0-1. */
  readonly serverUtilisation: Float64Array;
  /** Frequency over the highest one. */
  readonly serverFrequencyShare: Float64Array;
  readonly serverPowerW: Float64Array;
  /** Power beyond the measured curve: leakage at another temperature, fans at another speed. */
  readonly serverOverheadW: Float64Array;
  /** Hottest chip; NaN before the first step. */
  readonly serverChipCelsius: Float64Array;
  /** Speed of the fans (of the hot zone), share of full speed. */
  readonly serverFanSpeed: Float64Array;
  /** Time without work while on, or left until awake, s. */
  readonly serverTimerSeconds: Float64Array;
  /** See POWER_STATE. */
  readonly serverState: Int32Array;
  /** P-states taken away from the top because the chip was too hot. */
  readonly serverThrottle: Int32Array;
  /** P-state at the end of the last step, for governors that remember. */
  readonly serverPState: Int32Array;
  /** Highest frequency allowed, share of the highest there is: power capping and policies write it. */
  readonly frequencyCapShare: Float32Array;
  /** Most wall power that a server may draw, W; infinite without a cap. */
  readonly powerCapW: Float32Array;
}

/** Given and found by chassis. */
export interface GroupColumns {
  readonly groupFirst: Int32Array;
  readonly groupEnd: Int32Array;
  /** Index of the model, or -1 for equipment given directly. */
  readonly groupModel: Int32Array;
  readonly groupInletCelsius: Float64Array;
  readonly groupSensorCelsius: Float64Array;
  /** Coolant at the cold plates of liquid-cooled chips. */
  readonly groupCoolantCelsius: Float64Array;
  /** Thermal resistance of the heat sinks over that of the type. */
  readonly groupHeatSink: Float64Array;
  readonly groupPowerW: Float64Array;
  readonly groupFanPowerW: Float64Array;
  readonly groupAirflowM3s: Float64Array;
  readonly groupDemandSum: Float64Array;
  readonly groupDeliveredSum: Float64Array;
  /** Rate at which heat goes into chips and heat sinks, W. */
  readonly groupChipStoredW: Float64Array;
  readonly groupChipMaxCelsius: Float64Array;
  /** Servers of the chassis that are held below what their governor wants, asleep or waking, off, or running away. */
  readonly groupThrottled: Float64Array;
  readonly groupAsleep: Float64Array;
  readonly groupOff: Float64Array;
  readonly groupRunaway: Float64Array;
}

export type ServerArrays = ServerColumns & GroupColumns;

/** How the servers of a site are run. */
export interface StepSettings {
  /** Fans follow the chips (by a controller) and chips store heat; else fans follow the inlet. */
  readonly fansByChip: boolean;
  readonly zonedFans: boolean;
  readonly leakage: boolean;
  readonly powerManagement: (typeof POWER_MANAGEMENT)[keyof typeof POWER_MANAGEMENT];
  readonly sleepAfterSeconds: number;
  readonly conservative: boolean;
}

/** What changes from step to step. */
export interface StepMoment {
  dtSeconds: number;
  /** Inlet temperature at which servers switch themselves off, °C; infinite where they are not asked to. */
  inletShutdownCelsius: number;
}

/** One step of all servers whose model is known. */
export type ServerKernel = (moment: StepMoment) => void;

/** Where the arrays lie: ordinary memory, or that of a compiled kernel. */
export interface Arena {
  f64(length: number, value?: number): Float64Array;
  f32(length: number, value?: number): Float32Array;
  i32(length: number, value?: number): Int32Array;
}

/** Memory for the arrays of some servers, and the kernel that works on them. */
export interface KernelHost {
  readonly arena: Arena;
  kernel(arrays: ServerArrays, settings: StepSettings): ServerKernel;
}

export const plainArena: Arena = {
  f64: (length, value = 0) => new Float64Array(length).fill(value),
  f32: (length, value = 0) => new Float32Array(length).fill(value),
  i32: (length, value = 0) => new Int32Array(length).fill(value),
};

export function createServerArrays(arena: Arena, servers: number, groups: number): ServerArrays {
  return {
    serverDemandShare: arena.f64(servers),
    serverUtilisation: arena.f64(servers),
    serverFrequencyShare: arena.f64(servers),
    serverPowerW: arena.f64(servers),
    serverOverheadW: arena.f64(servers),
    serverChipCelsius: arena.f64(servers, Number.NaN),
    serverFanSpeed: arena.f64(servers),
    serverTimerSeconds: arena.f64(servers),
    serverState: arena.i32(servers),
    serverThrottle: arena.i32(servers),
    serverPState: arena.i32(servers),
    frequencyCapShare: arena.f32(servers, 1),
    powerCapW: arena.f32(servers, Number.POSITIVE_INFINITY),
    groupFirst: arena.i32(groups),
    groupEnd: arena.i32(groups),
    groupModel: arena.i32(groups, -1),
    groupInletCelsius: arena.f64(groups),
    groupSensorCelsius: arena.f64(groups),
    groupCoolantCelsius: arena.f64(groups),
    groupHeatSink: arena.f64(groups, 1),
    groupPowerW: arena.f64(groups),
    groupFanPowerW: arena.f64(groups),
    groupAirflowM3s: arena.f64(groups),
    groupDemandSum: arena.f64(groups),
    groupDeliveredSum: arena.f64(groups),
    groupChipStoredW: arena.f64(groups),
    groupChipMaxCelsius: arena.f64(groups),
    groupThrottled: arena.f64(groups),
    groupAsleep: arena.f64(groups),
    groupOff: arena.f64(groups),
    groupRunaway: arena.f64(groups),
  };
}
