import type { Field, Velocity } from '../kernels/velocity';

/** The fields that a settling iteration solves for. */
export interface MovedFields {
  readonly velocity: Velocity;
  readonly pressure: Field;
  readonly temperature: Field;
}

/** The fields that outlive a change of the grid. */
export interface RoomFields extends MovedFields {
  /** What the turbulence model carries along, k and epsilon, and the effective viscosity, which its next step starts from. */
  readonly turbulentEnergy: Field;
  readonly dissipation: Field;
  readonly viscosity: Field;
}

/** Those at cells that a cell which held a solid takes from its neighbours. */
export type CellFields = Pick<RoomFields, (typeof CELL_FIELDS)[number]>;
export const CELL_FIELDS = ['pressure', 'temperature', 'turbulentEnergy', 'dissipation', 'viscosity'] as const;
