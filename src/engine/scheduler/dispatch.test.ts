import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDispatch, type DispatcherName, dispatch } from './dispatch';
import type { Observation } from './observation';

function observe(rackInletCelsius: number[], serversPerRack = 2, capacity = 100): Observation {
  const servers = rackInletCelsius.length * serversPerRack;
  return {
    rackServerStart: Int32Array.from({ length: rackInletCelsius.length + 1 }, (_, rack) => rack * serversPerRack),
    serverCapacity: new Float64Array(servers).fill(capacity),
    serverPool: new Int32Array(servers),
    poolCapacity: Float64Array.of(servers * capacity),
    rackInletCelsius: Float64Array.from(rackInletCelsius),
    serverUtilisation: new Float64Array(servers),
    serverOpen: new Uint8Array(servers).fill(1),
    closedServers: 0,
  };
}

/** The same with some servers off. */
function withOff(observation: Observation, ...off: number[]): Observation {
  for (const server of off) observation.serverOpen[server] = 0;
  observation.closedServers = off.length;
  return observation;
}

function run(name: DispatcherName, level: number, observation: Observation): number[] {
  const shares = new Float64Array(observation.serverCapacity.length);
  dispatch(name, level, observation, createDispatch(observation), shares);
  return [...shares];
}

describe('dispatch', () => {
  it('uniform asks the same share of every server', () => {
    expect(run('uniform', 0.3, observe([20, 30]))).toEqual([0.3, 0.3, 0.3, 0.3]);
  });

  it('pack fills servers in order and leaves the rest idle', () => {
    expect(run('pack', 0.375, observe([20, 30]))).toEqual([1, 0.5, 0, 0]);
  });

  it('coolest-inlet fills the coolest rack first', () => {
    expect(run('coolest-inlet', 0.5, observe([28, 18, 24]))).toEqual([0, 0, 1, 1, 1, 0]);
  });

  it('coolest-inlet does not swap racks within half a kelvin of each other', () => {
    const observation = observe([20, 20]);
    const state = createDispatch(observation);
    const shares = new Float64Array(4);
    for (const second of [19.8, 19.6, 20.3, 19.6]) {
      observation.rackInletCelsius[1] = second;
      dispatch('coolest-inlet', 0.5, observation, state, shares);
      expect([...shares]).toEqual([1, 1, 0, 0]);
    }
    observation.rackInletCelsius[1] = 19.4;
    dispatch('coolest-inlet', 0.5, observation, state, shares);
    expect([...shares]).toEqual([0, 0, 1, 1]);
  });

  it('a server without capacity for the dispatcher keeps the share that it had', () => {
    const observation = observe([20]);
    observation.serverCapacity[0] = 0;
    observation.poolCapacity[0] = 100;
    const shares = Float64Array.of(0.77, 0);
    dispatch('pack', 0.5, observation, createDispatch(observation), shares);
    expect([...shares]).toEqual([0.77, 0.5]);
  });

  it.each<[DispatcherName, number[]]>([
    ['uniform', [0.8, 0, 0.8, 0]],
    ['pack', [1, 0, 0.6, 0]],
  ])('%s leaves servers that are off alone and asks the others for their work', (name, shares) => {
    const asked = run(name, 0.4, withOff(observe([20, 30]), 1, 3));
    asked.forEach((share, server) => {
      expect(share).toBeCloseTo(shares[server]!, 12);
    });
  });

  it.each<DispatcherName>(['uniform', 'pack', 'coolest-inlet'])('%s says what nobody has room for', (name) => {
    const observation = withOff(observe([20, 30]), 1, 3);
    const state = createDispatch(observation);
    const shares = new Float64Array(4);
    dispatch(name, 0.9, observation, state, shares);
    expect([...shares]).toEqual([1, 0, 1, 0]);
    expect(state.remaining[0]).toBeCloseTo(160, 9);
  });

  it('every dispatcher places exactly the demand of each pool, never over a capacity', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<DispatcherName>('uniform', 'pack', 'coolest-inlet'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(
          fc.record({ inlet: fc.double({ min: 10, max: 40, noNaN: true }), pool: fc.integer({ min: 0, max: 1 }) }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (name, level, racks) => {
          const observation = observe(
            racks.map((rack) => rack.inlet),
            3,
            50,
          );
          const poolCapacity = new Float64Array(2);
          racks.forEach(({ pool }, rack) => {
            observation.serverPool.fill(pool, rack * 3, rack * 3 + 3);
            poolCapacity[pool] = poolCapacity[pool]! + 150;
          });
          const pooled: Observation = { ...observation, poolCapacity };
          const shares = run(name, level, pooled);
          const placed = [0, 0];
          shares.forEach((share, server) => {
            expect(share >= 0 && share <= 1).toBe(true);
            placed[pooled.serverPool[server]!]! += share * 50;
          });
          placed.forEach((work, pool) => {
            expect(work).toBeCloseTo(level * poolCapacity[pool]!, 6);
          });
        },
      ),
    );
  });
});
