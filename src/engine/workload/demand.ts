import type { Workload } from '../../site/schema/energy';
import { createRandom, nextNormal, type RandomState } from '../random';

/** Correlation time of the slow random part of demand, s (given by the site format). */
export const NOISE_CORRELATION_SECONDS = 60;

/** Spacing of the nodes of the noise path, s; linear in between, which costs 2 % of the deviation at most. */
const NODE_SECONDS = 5;

const NOISE_STREAM = 1;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/**
 * A stationary first-order autoregressive path with unit variance. It is drawn on nodes of fixed spacing,
 * so demand at a time depends on the seed alone and not on the length of the ticks.
 */
export interface NoiseState {
  random: RandomState;
  /** Value at the left node, value at the right node, index of the left node. */
  nodes: Float64Array;
}

export function createNoise(seed: number): NoiseState {
  const random = createRandom(seed, NOISE_STREAM);
  const nodes = new Float64Array(3);
  nodes[0] = nextNormal(random);
  nodes[1] = nextNode(random, nodes[0]!);
  return { random, nodes };
}

const phi = Math.exp(-NODE_SECONDS / NOISE_CORRELATION_SECONDS);
const innovation = Math.sqrt(1 - phi * phi);

function nextNode(random: RandomState, previous: number): number {
  return phi * previous + innovation * nextNormal(random);
}

/** Noise at a time, standard deviations. Time may only go forward. */
function noiseAt(noise: NoiseState, seconds: number): number {
  const { nodes, random } = noise;
  const position = seconds / NODE_SECONDS;
  while (nodes[2]! + 1 <= position) {
    nodes[0] = nodes[1]!;
    nodes[1] = nextNode(random, nodes[0]!);
    nodes[2] = nodes[2]! + 1;
  }
  const weight = Math.min(1, Math.max(0, position - nodes[2]!));
  return nodes[0]! + weight * (nodes[1]! - nodes[0]!);
}

function steppedLevel(demand: Extract<Workload['demand'], { kind: 'stepped' }>, seconds: number): number {
  const time = demand.repeatSeconds === undefined ? seconds : seconds % demand.repeatSeconds;
  let current = demand.steps[0]!;
  for (const step of demand.steps) {
    if (step.atSeconds <= time && step.atSeconds >= current.atSeconds) current = step;
  }
  return current.level;
}

/**
 * Demand for computing as a share of the peak throughput, 0-1, `seconds` after the start of the run.
 * Diurnal: mean + amplitude cos(2 pi (hour - peakHour) / 24) + noise. Stepped: the first level also holds
 * before its own time. Allocates nothing.
 */
export function demandAt(workload: Workload, seconds: number, noise: NoiseState): number {
  const demand = workload.demand;
  switch (demand.kind) {
    case 'constant':
      return demand.level;
    case 'stepped':
      return steppedLevel(demand, seconds);
    case 'diurnal': {
      const daySeconds = seconds + (workload.startHour - demand.peakHour) * HOUR_SECONDS;
      const wave = demand.amplitude * Math.cos((2 * Math.PI * daySeconds) / DAY_SECONDS);
      const random = demand.noise === 0 ? 0 : demand.noise * noiseAt(noise, seconds);
      return Math.min(1, Math.max(0, demand.mean + wave + random));
    }
  }
}
