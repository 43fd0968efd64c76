import { describe, expect, it } from 'vitest';
import { airGridOf, cellIndexAt } from '../field/air-field';
import { evenFaces, fieldFrame } from '../field/test-frame';
import { PARTICLE_STRIDE, Particles, TRAIL_POINTS } from './particles';

const faces = { x: evenFaces(10, 0.5), y: evenFaces(4, 0.5), z: evenFaces(3, 0.5) };

describe('particles', () => {
  it('moves with the air: 0.5 m/s along x is 0.5 m in a second', () => {
    const frame = fieldFrame(
      faces,
      () => 22,
      () => [0.5, 0, 0],
    );
    const grid = airGridOf(frame.layout);
    const particles = new Particles(1);
    particles.scatter(grid, frame);
    particles.buffer.set([2, 2, 1.5], 0);
    // Fresh ages differ; give it a life long enough by starting from a just-born one.
    const start = particles.buffer[0]!;
    for (let i = 0; i < 20; i++) particles.step(grid, frame, 0.01);
    expect(particles.buffer[0]! - start).toBeCloseTo(0.1, 3);
    expect(particles.buffer[1]).toBeCloseTo(2, 5);
  });

  it('never shows one inside a solid or outside the room, and takes on the temperature around it', () => {
    const frame = fieldFrame(
      faces,
      (x) => (x > 5 ? 35 : 18),
      (x, y) => [Math.sin(y), 0.7, 0.3 - x / 20],
      (x, _y, z) => x > 4 && x < 6 && z < 2,
    );
    const grid = airGridOf(frame.layout);
    const particles = new Particles(300, 7);
    particles.scatter(grid, frame);
    for (let i = 0; i < 300; i++) particles.step(grid, frame, 0.033);
    let visible = 0;
    for (let i = 0; i < particles.count; i++) {
      const at = i * PARTICLE_STRIDE;
      const [x, y, z] = particles.buffer.subarray(at, at + 3) as unknown as [number, number, number];
      if (particles.buffer[at + TRAIL_POINTS * 3 + 1]! === 0) continue;
      visible++;
      expect(frame.layout.solid[cellIndexAt(grid, x, y, z)]).toBe(0);
      expect(x >= 0 && x <= 10 && y >= 0 && y <= 4 && z >= 0 && z <= 3).toBe(true);
      expect(particles.buffer[at + TRAIL_POINTS * 3]!).toBeGreaterThanOrEqual(18);
    }
    expect(visible).toBeGreaterThan(200);
  });

  it('starts most of them where air enters, by flow', () => {
    const frame = fieldFrame(faces, () => 20);
    const grid = airGridOf(frame.layout);
    const particles = new Particles(2000, 3);
    const source = (x: number, airflowM3s: number) => ({
      centre: { x, y: 2, z: 0.1 },
      along: { x: 0.1, y: 0, z: 0 },
      up: { x: 0, y: 0.1, z: 0 },
      airflowM3s,
    });
    particles.setSources([source(1, 3), source(9, 1)]);
    particles.scatter(grid, frame);
    let near = 0;
    let far = 0;
    for (let i = 0; i < particles.count; i++) {
      const at = i * PARTICLE_STRIDE;
      if (Math.abs(particles.buffer[at + 2]! - 0.1) > 1e-6) continue;
      if (particles.buffer[at]! < 2) near++;
      else far++;
    }
    expect((near + far) / 2000).toBeCloseTo(0.6, 1);
    expect(near / far).toBeGreaterThan(2.4);
    expect(near / far).toBeLessThan(3.7);
  });

  it('is the same picture for the same seed', () => {
    const run = () => {
      const frame = fieldFrame(
        faces,
        () => 20,
        (x, y) => [y - 2, 5 - x, 0.1],
      );
      const grid = airGridOf(frame.layout);
      const particles = new Particles(50, 42);
      particles.scatter(grid, frame);
      for (let i = 0; i < 50; i++) particles.step(grid, frame, 0.04);
      return particles.buffer;
    };
    expect(run()).toEqual(run());
  });
});
