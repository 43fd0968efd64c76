/**
 * The one source of chance in the engine: sfc32 (Chris Doty-Humphrey's small fast counting generator,
 * 128 bits of state, passes PractRand). Its state is a plain Uint32Array so that a snapshot can hold it.
 */
export type RandomState = Uint32Array;

/** Seeds a generator; `stream` separates independent uses of one seed (1 workload noise, ...). */
export function createRandom(seed: number, stream = 0): RandomState {
  const state = Uint32Array.of(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, stream >>> 0, 1);
  // The first outputs still show the seed; sfc32's author discards 12 to 15.
  for (let i = 0; i < 16; i++) nextUint32(state);
  return state;
}

function nextUint32(state: RandomState): number {
  const a = state[0]!;
  const b = state[1]!;
  const c = state[2]!;
  const counter = state[3]!;
  const out = (a + b + counter) >>> 0;
  state[3] = counter + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + out;
  return out;
}

/** Uniform in [0, 1), 32 bits of resolution. */
export function nextUniform(state: RandomState): number {
  return nextUint32(state) / 2 ** 32;
}

/** Standard normal deviate by Box and Muller (1958); always draws two uniforms, so draws stay in step. */
export function nextNormal(state: RandomState): number {
  const radius = Math.sqrt(-2 * Math.log(1 - nextUniform(state)));
  return radius * Math.cos(2 * Math.PI * nextUniform(state));
}
