import type { Frame } from '../../../frame/layout';
import { type AirGrid, cellIndexAt, isInside, sampleVelocity } from '../field/air-field';
import type { AirSource } from './air-sources';
import { createRandom } from './random';

/** Points of a trail, the head first. */
export const TRAIL_POINTS = 6;
/** Floats of one particle in the buffer: the trail, temperature, opacity. */
export const PARTICLE_STRIDE = TRAIL_POINTS * 3 + 2;
/** Time between two points of a trail, s: trails are as long as the air is fast. */
const TRAIL_SECONDS = 0.045;
/** Particles live for this long, s; longer than air takes from a tile to the top of a rack. */
const LIFE_SECONDS = { min: 3, max: 7 };
const FADE_SECONDS = 0.5;
/** Share of new particles that start where air enters; the others start anywhere, so that still corners show too. */
const SOURCE_SHARE = 0.6;
/** Air slower than this is drawn fainter, m/s. */
const STILL_SPEED_MS = 0.08;

/** Particles carried by the air of the newest frame. The buffer goes to the GPU as it is. */
export class Particles {
  readonly buffer: Float32Array;
  private readonly age: Float32Array;
  private readonly life: Float32Array;
  private readonly random: () => number;
  private readonly velocity = new Float32Array(3);
  private sources: readonly AirSource[] = [];
  private sourceFlow = 0;
  private sinceTrail = 0;

  constructor(
    readonly count: number,
    seed = 1,
  ) {
    this.buffer = new Float32Array(count * PARTICLE_STRIDE);
    this.age = new Float32Array(count);
    this.life = new Float32Array(count);
    this.random = createRandom(seed);
  }

  setSources(sources: readonly AirSource[]): void {
    this.sources = sources;
    this.sourceFlow = sources.reduce((sum, source) => sum + source.airflowM3s, 0);
  }

  /** Starts every particle anew, at mixed ages so that they do not all fade together. */
  scatter(grid: AirGrid, frame: Frame): void {
    for (let i = 0; i < this.count; i++) {
      this.respawn(i, grid, frame);
      this.age[i] = this.random() * this.life[i]!;
    }
  }

  /** Carries all particles for `seconds`, in steps short enough for even trails. */
  advance(grid: AirGrid, frame: Frame, seconds: number): void {
    const steps = Math.max(1, Math.ceil(seconds / TRAIL_SECONDS - 1e-9));
    for (let i = 0; i < steps; i++) this.step(grid, frame, seconds / steps);
  }

  /** Carries all particles for one step of `seconds`. */
  step(grid: AirGrid, frame: Frame, seconds: number): void {
    this.sinceTrail += seconds;
    const pushTrail = this.sinceTrail >= TRAIL_SECONDS;
    if (pushTrail) this.sinceTrail = 0;
    for (let i = 0; i < this.count; i++) this.carry(i, grid, frame, seconds, pushTrail);
  }

  private carry(i: number, grid: AirGrid, frame: Frame, seconds: number, pushTrail: boolean): void {
    const { buffer, velocity } = this;
    const at = i * PARTICLE_STRIDE;
    this.age[i]! += seconds;
    if (this.age[i]! >= this.life[i]!) {
      this.respawn(i, grid, frame);
      return;
    }
    if (pushTrail) buffer.copyWithin(at + 3, at, at + (TRAIL_POINTS - 1) * 3);
    const [x, y, z] = [buffer[at]!, buffer[at + 1]!, buffer[at + 2]!];
    sampleVelocity(grid, frame, x, y, z, velocity);
    const nextX = x + velocity[0]! * seconds;
    const nextY = y + velocity[1]! * seconds;
    const nextZ = z + velocity[2]! * seconds;
    const cell = cellIndexAt(grid, nextX, nextY, nextZ);
    if (grid.solid[cell] || !isInside(grid, nextX, nextY, nextZ)) {
      this.respawn(i, grid, frame);
      return;
    }
    buffer[at] = nextX;
    buffer[at + 1] = nextY;
    buffer[at + 2] = nextZ;
    const celsius = at + TRAIL_POINTS * 3;
    const target = frame.blocks.temperature[cell]!;
    buffer[celsius]! += (target - buffer[celsius]!) * Math.min(1, 6 * seconds);
    const speed = Math.hypot(velocity[0]!, velocity[1]!, velocity[2]!);
    const fade = Math.min(1, this.age[i]! / FADE_SECONDS, (this.life[i]! - this.age[i]!) / FADE_SECONDS);
    buffer[celsius + 1] = Math.max(0, fade) * Math.min(1, 0.25 + speed / STILL_SPEED_MS / 2);
  }

  private respawn(i: number, grid: AirGrid, frame: Frame): void {
    const at = i * PARTICLE_STRIDE;
    if (!(this.random() < SOURCE_SHARE && this.placeAtSource(at, grid))) this.placeAnywhere(at, grid);
    for (let point = 1; point < TRAIL_POINTS; point++) this.buffer.copyWithin(at + point * 3, at, at + 3);
    const cell = cellIndexAt(grid, this.buffer[at]!, this.buffer[at + 1]!, this.buffer[at + 2]!);
    this.buffer[at + TRAIL_POINTS * 3] = frame.blocks.temperature[cell]!;
    this.buffer[at + TRAIL_POINTS * 3 + 1] = 0;
    this.age[i] = 0;
    this.life[i] = LIFE_SECONDS.min + this.random() * (LIFE_SECONDS.max - LIFE_SECONDS.min);
  }

  private placeAtSource(at: number, grid: AirGrid): boolean {
    let rest = this.random() * this.sourceFlow;
    const source = this.sources.find(({ airflowM3s }) => {
      rest -= airflowM3s;
      return rest <= 0;
    });
    if (source === undefined) return false;
    const a = this.random() - 0.5;
    const b = this.random() - 0.5;
    const { centre, along, up } = source;
    this.place(
      at,
      centre.x + a * along.x + b * up.x,
      centre.y + a * along.y + b * up.y,
      centre.z + a * along.z + b * up.z,
    );
    return !grid.solid[cellIndexAt(grid, this.buffer[at]!, this.buffer[at + 1]!, this.buffer[at + 2]!)];
  }

  private placeAnywhere(at: number, grid: AirGrid): void {
    // A room is mostly air: a few tries find some. A particle left in a solid dies at its next step.
    for (let attempt = 0; attempt < 8; attempt++) {
      const { x, y, z } = grid;
      const px = x.faces[0]! + this.random() * (x.faces[x.count]! - x.faces[0]!);
      const py = y.faces[0]! + this.random() * (y.faces[y.count]! - y.faces[0]!);
      const pz = z.faces[0]! + this.random() * (z.faces[z.count]! - z.faces[0]!);
      this.place(at, px, py, pz);
      if (!grid.solid[cellIndexAt(grid, px, py, pz)]) return;
    }
  }

  private place(at: number, x: number, y: number, z: number): void {
    this.buffer[at] = x;
    this.buffer[at + 1] = y;
    this.buffer[at + 2] = z;
  }
}
