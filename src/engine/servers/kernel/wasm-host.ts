import type { Arena, KernelHost, ServerArrays, StepSettings } from './arrays';
import { SERVER_KERNEL_BASE64 } from './binary';

const PAGE_BYTES = 65_536;
/** The kernel's own constants lie below. */
const FIRST_BYTE = 4096;
const ALIGNMENT = 64;

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernel, or null where WebAssembly or its vector instructions are missing. Compiles once. */
function kernelModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(Uint8Array.from(atob(SERVER_KERNEL_BASE64), (letter) => letter.charCodeAt(0)));
  } catch {
    compiled = null;
  }
  return compiled;
}

interface KernelExports {
  readonly step: (dtSeconds: number, inletShutdownCelsius: number) => void;
}

/** Bytes that the arrays of so many servers and chassis take at most, see createServerArrays. */
function arrayBytes(servers: number, groups: number): number {
  const columns = 40;
  return servers * 96 + groups * 192 + columns * ALIGNMENT;
}

/**
 * The compiled kernel with a memory of its own, in which all arrays lie; null where the machine cannot run it.
 */
export function createWasmHost(
  modelBlocks: readonly Float64Array[],
  servers: number,
  groups: number,
): KernelHost | null {
  const module = kernelModule();
  if (module === null) return null;
  const blockBytes = modelBlocks.reduce((sum, block) => sum + block.byteLength + ALIGNMENT, 0);
  // Scratch of a chassis: at most all servers are in one.
  const planBytes = servers * 44 + 7 * ALIGNMENT;
  const bytes = FIRST_BYTE + arrayBytes(servers, groups) + blockBytes + planBytes + modelBlocks.length * 4 + PAGE_BYTES;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  let next = FIRST_BYTE;
  const take = (size: number): number => {
    const at = next;
    next = Math.ceil((next + size) / ALIGNMENT) * ALIGNMENT;
    return at;
  };
  // New memory holds zeros: what stays so is not touched.
  const filled = <A extends Float64Array | Float32Array | Int32Array>(array: A, value: number): A =>
    value === 0 ? array : (array.fill(value) as A);
  const arena: Arena = {
    f64: (length, value = 0) => filled(new Float64Array(memory.buffer, take(length * 8), length), value),
    f32: (length, value = 0) => filled(new Float32Array(memory.buffer, take(length * 4), length), value),
    i32: (length, value = 0) => filled(new Int32Array(memory.buffer, take(length * 4), length), value),
  };
  const placed = modelBlocks.map((block) => {
    const view = arena.f64(block.length);
    view.set(block);
    return view;
  });
  const table = arena.i32(modelBlocks.length);
  placed.forEach((block, n) => {
    table[n] = block.byteOffset;
  });
  const plan = {
    planW: arena.f64(servers).byteOffset,
    planHeldLeakageW: arena.f64(servers).byteOffset,
    planHeldFanW: arena.f64(servers).byteOffset,
    restLeakageW: arena.f64(servers).byteOffset,
    restPath: arena.f64(servers).byteOffset,
    planFlags: arena.i32(servers).byteOffset,
  };
  return {
    arena,
    kernel(arrays, settings) {
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      const values = { ...addresses(arrays), ...plan, blocks: table.byteOffset, groups, ...numbers(settings) };
      for (const [name, value] of Object.entries(values)) (exports[name] as WebAssembly.Global).value = value;
      const { step } = exports as unknown as KernelExports;
      return (moment) => step(moment.dtSeconds, moment.inletShutdownCelsius);
    },
  };
}

function addresses(arrays: ServerArrays): Record<string, number> {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, (array as Float64Array).byteOffset]));
}

function numbers(settings: StepSettings): Record<string, number> {
  return {
    fansByChip: settings.fansByChip ? 1 : 0,
    zonedFans: settings.zonedFans ? 1 : 0,
    leakage: settings.leakage ? 1 : 0,
    powerManagement: settings.powerManagement,
    sleepAfterSeconds: settings.sleepAfterSeconds,
    conservative: settings.conservative ? 1 : 0,
  };
}
