import { KERNELS_BASE64 } from './binary';

/** What the compiled kernels export: functions, and addresses and sizes that the host sets before the first call. */
export interface KernelExports {
  readonly updateViscosity: (molecular: number, constant: number) => void;
  readonly assembleX: (dt: number, limited: boolean) => void;
  readonly assembleY: (dt: number, limited: boolean) => void;
  readonly assembleZ: (dt: number, limited: boolean, buoyancy: number, referenceCelsius: number) => void;
  readonly assembleHeat: (dt: number, limited: boolean, offset: number, slope: number) => void;
  readonly relax: (x: number, sweeps: number) => void;
  readonly pack: Repack;
  readonly unpack: Repack;
  readonly setDivergence: () => void;
  readonly solve: (tolerance: number, maxIterations: number) => number;
  readonly correct: (dt: number) => void;
  readonly massImbalance: () => number;
  readonly heatContent: () => number;
  readonly isFinite: () => number;
  readonly triad: (a: number, b: number, c: number, bytes: number, s: number) => void;
  readonly regions: WebAssembly.Global;
  readonly startNorm: WebAssembly.Global;
  readonly endNorm: WebAssembly.Global;
}

type Repack = (from: number, to: number, halfRow: number, rowsInPlane: number, planes: number, half: number) => void;

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernels, or null where WebAssembly or its vector instructions are missing. Compiles once. */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(Uint8Array.from(atob(KERNELS_BASE64), (letter) => letter.charCodeAt(0)));
    } catch {
      compiled = null;
    }
  }
  return compiled;
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
