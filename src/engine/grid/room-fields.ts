import type { Field, Velocity } from '../kernels/velocity';

/** The fields that outlive a change of the grid. */
export interface RoomFields {
  readonly velocity: Velocity;
  readonly pressure: Field;
  readonly temperature: Field;
}
