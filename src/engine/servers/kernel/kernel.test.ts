import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERVER_TYPES } from '../../../site/catalogue/catalogue';
import { siteSchema } from '../../../site/schema/site';
import { createRandom, nextUniform } from '../../random';
import { compileModel } from '../compile-model';
import { createOperation, type GovernorName, operate } from '../governor';
import { createServers, type Servers } from '../servers';
import { stepServers } from '../step';
import { POWER_STATE } from './arrays';
import * as constants from './constants';
import { BLOCK, modelBlock } from './model-block';
import { RECORD } from './operating-block';
import { planByTable } from './plan';

const governors = ['performance', 'powersave', 'ondemand', 'schedutil'] as const;

it('the operating table is the governor’s walk: every type, governor, cap and demand (1e-12)', () => {
  const plan = { powerW: 0, delivered: 0, frequencyShare: 0, pState: 0 };
  const out = createOperation();
  fc.assert(
    fc.property(
      fc.constantFrom(...SERVER_TYPES),
      fc.constantFrom<GovernorName>(...governors),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 100_003 }),
      (type, governor, cap, step) => {
        const demand = step / 100_003;
        const model = compileModel(type);
        const fastest = Math.min(cap, model.frequencyShare.length - 1);
        planByTable(modelBlock(model, governor), fastest, demand, plan);
        operate(model, governor, demand, out, fastest);
        expect(plan.delivered).toBeCloseTo(out.delivered, 12);
        expect(plan.frequencyShare).toBeCloseTo(out.frequencyShare, 12);
        expect(plan.powerW / out.powerW).toBeCloseTo(1, 12);
      },
    ),
    { numRuns: 300 },
  );
});

/** 60 servers of several kinds in groups of odd and even number. */
const site = (governor: GovernorName, operation: object | undefined) =>
  siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'kernel',
    room: { width: 6, depth: 6, height: 3 },
    racks: [0, 1].map((rack) => ({
      id: `R${rack}`,
      position: { x: 2 + rack, y: 2 },
      size: { width: 0.6, depth: 1.2, height: 4 },
      uHeight: 90,
      contents: [
        { kind: 'servers', id: 'a', uStart: 1, uSize: 17, type: 'ibm-x3550-m3', count: 17 },
        { kind: 'servers', id: 'b', uStart: 18, uSize: 4, type: 'ocp-pod2', count: 6 },
        { kind: 'servers', id: 'c', uStart: 22, uSize: 42, type: 'gpu-rack-gb200-flop', count: 1 },
        { kind: 'servers', id: 'd', uStart: 64, uSize: 1, type: 'switch-1u-48x10g', count: 1 },
        { kind: 'chassis', id: 'e', uStart: 65, uSize: 4, powerW: 2000, airflowM3s: 0.2 },
        { kind: 'servers', id: 'f', uStart: 70, uSize: 8, type: 'gpu-node-8xh100', count: 1 },
      ],
    })),
    workload: { demand: { kind: 'constant', level: 0.5 }, governor },
    ...(operation && { serverOperation: operation }),
  });

/** Demand, inlets and caps that move, as a seed gives them. */
function play(servers: Servers, seed: number, steps: number, seen?: (servers: Servers) => void): void {
  const random = createRandom(seed, 7);
  const inlets = new Float64Array(servers.structure.chassisIds.length).fill(24);
  stepServers(servers, inlets, Number.POSITIVE_INFINITY);
  for (let n = 0; n < steps; n++) {
    const level = nextUniform(random);
    for (let s = 0; s < servers.serverDemandShare.length; s++) {
      if (nextUniform(random) < 0.5) continue;
      servers.serverDemandShare[s] = nextUniform(random) < 0.3 ? 0 : level;
      servers.frequencyCapShare[s] = nextUniform(random) < 0.8 ? 1 : nextUniform(random);
      servers.powerCapW[s] = nextUniform(random) < 0.8 ? Number.POSITIVE_INFINITY : 60 + 200 * nextUniform(random);
    }
    for (let c = 0; c < inlets.length && n % 8 === 0; c++) inlets[c] = 15 + 110 * nextUniform(random) ** 2;
    servers.protection.inletShutdownCelsius = n > 50 ? 75 : Number.POSITIVE_INFINITY;
    stepServers(servers, inlets, n % 3 === 0 ? 0.25 : 1);
    seen?.(servers);
  }
}

describe('the compiled kernel', () => {
  const operations = [
    undefined,
    {},
    { fanZones: 'zoned', heatSinkResistance: 0.8, powerManagement: { mode: 'sleep', afterSeconds: 2 } },
    { fanControl: 'inlet', leakage: true, powerManagement: { mode: 'idle' } },
  ];
  it.each(operations)('gives the bytes of the reference, however servers are run: %j', (operation) => {
    for (const governor of ['ondemand', 'conservative', 'schedutil'] as const) {
      const [one, two] = (['reference', 'wasm'] as const).map((backend) => {
        const servers = createServers(site(governor, operation), backend);
        play(servers, 11, 60);
        return servers;
      });
      for (const [name, array] of Object.entries(one!.groups)) {
        expect(Array.from(two!.groups[name as keyof Servers['groups']]), name).toEqual(
          Array.from(array as Float64Array),
        );
      }
      expect(two!.totals).toEqual(one!.totals);
    }
  });

  it('is exercised in every branch by that: servers throttle, sleep, wake and switch off', () => {
    const seen = new Set<string>();
    play(createServers(site('schedutil', operations[2]), 'wasm'), 11, 60, ({ totals, serverState }) => {
      if (totals.throttledServers > 0) seen.add('throttled');
      if (serverState.includes(POWER_STATE.asleep)) seen.add('asleep');
      if (serverState.includes(POWER_STATE.waking)) seen.add('waking');
      if (totals.offServers > 0) seen.add('off');
    });
    expect([...seen].sort()).toEqual(['asleep', 'off', 'throttled', 'waking']);
  });

  it('has the places and constants of the reference', () => {
    const text = readFileSync(new URL('../../../../assembly/servers/block.ts', import.meta.url), 'utf8');
    const found = new Map(
      [...text.matchAll(/export const ([A-Z_]+)(?:: f64)? = ([-\d.e]+);/g)].map(([, name, value]) => [
        name,
        Number(value),
      ]),
    );
    const upper = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    for (const [name, place] of Object.entries(BLOCK)) {
      if (name === 'size') continue;
      expect(found.get(upper(name)), name).toBe(place);
    }
    for (const [name, place] of Object.entries(RECORD)) expect(found.get(`RECORD_${upper(name)}`), name).toBe(place);
    for (const [name, value] of Object.entries(constants)) expect(found.get(name), name).toBe(value);
  });
});
