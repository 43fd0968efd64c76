import { KERNELS_BASE64, MEMORY_FLAGS_AT } from './binary';

/** Bit of a memory's limits that says that threads share it. */
const SHARED_FLAG = 2;
/** Most memory that the kernels are compiled for, 64 KiB pages: 4 GiB. */
export const MAXIMUM_PAGES = 65_536;

/** What the compiled kernels export: functions, and addresses and sizes that the host sets before the first call. */
export interface KernelExports {
  readonly updateViscosity: (molecular: number, constant: number) => void;
  readonly stepKEpsilon: (dt: number, sweeps: number, molecular: number) => void;
  readonly stepMomentum: (
    dt: number,
    sweeps: number,
    limited: boolean,
    molecular: number,
    buoyancy: number,
    referenceCelsius: number,
  ) => void;
  readonly stepHeat: (dt: number, sweeps: number, limited: boolean, offset: number, slope: number) => void;
  readonly setDivergence: () => void;
  readonly solve: (tolerance: number, maxIterations: number) => number;
  readonly correct: (dt: number) => void;
  readonly massImbalance: () => number;
  readonly heatContent: () => number;
  readonly isFinite: () => number;
  readonly triad: (a: number, b: number, c: number, bytes: number, s: number) => void;
  /** Helps the leader of the memory until it has had no work for a while; the seat is numbered from 1. */
  readonly serve: (seat: number) => void;
  /** Kernel calls that the leader does alone because its helpers have kept it waiting. */
  readonly rest: WebAssembly.Global;
  readonly regions: WebAssembly.Global;
  readonly startNorm: WebAssembly.Global;
  readonly endNorm: WebAssembly.Global;
}

const compiled: { alone?: WebAssembly.Module | null; shared?: WebAssembly.Module | null } = {};

/**
 * The compiled kernels for a memory of one thread or for a shared one, or null where WebAssembly, its vector instructions
 * or its shared memory are missing. Compiles each once.
 */
export function kernelModule(kind: 'alone' | 'shared' = 'alone'): WebAssembly.Module | null {
  const known = compiled[kind];
  if (known !== undefined) return known;
  let module: WebAssembly.Module | null = null;
  try {
    const bytes = Uint8Array.from(atob(KERNELS_BASE64), (letter) => letter.charCodeAt(0));
    // The same instructions: only the declaration of the imported memory differs, in one bit.
    if (kind === 'alone') bytes[MEMORY_FLAGS_AT]! &= ~SHARED_FLAG;
    module = new WebAssembly.Module(bytes);
  } catch {
    // Null says it.
  }
  compiled[kind] = module;
  return module;
}

/** An instance over a memory, with its addresses and sizes set. */
export function instantiate(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  settings: Readonly<Record<string, number>>,
): KernelExports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  for (const [name, value] of Object.entries(settings)) (exports[name] as WebAssembly.Global).value = value;
  return exports as unknown as KernelExports;
}
