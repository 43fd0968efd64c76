import { portCelsius } from './heat/heat';
import type { Engine } from './state';

/** Flow through an opening, m³/s, positive into the room. */
export function openingFlow(engine: Engine, n: number): number {
  const { grid } = engine.room;
  if (grid.pinnedOpenings[n] !== null) return engine.flows.openings[n]!;
  let sum = 0;
  for (let f = 0; f < grid.freeFaces.length; f++) {
    if (grid.freeFaceOpening[f] !== n) continue;
    const free = grid.freeFaces[f]!;
    sum += free.inward * engine.air.velocity[free.axis][free.face]! * free.area;
  }
  return sum;
}

/**
 * Temperature of the air in an opening, °C: the outside's where more enters than leaves, else the mean of the air that
 * leaves, weighted by flow. Through a free opening air may go both ways at once; what enters is not part of that mean.
 */
export function openingCelsius(engine: Engine, n: number): number {
  const flow = openingFlow(engine, n);
  if (flow >= 0) return engine.inflows.openingsCelsius[n]!;
  const port = engine.room.grid.pinnedOpenings[n]!;
  if (port !== null) return portCelsius(port, engine.temperature);
  const { grid } = engine.room;
  let leaving = 0;
  let carried = 0;
  for (let f = 0; f < grid.freeFaces.length; f++) {
    if (grid.freeFaceOpening[f] !== n) continue;
    const free = grid.freeFaces[f]!;
    const q = -free.inward * engine.air.velocity[free.axis][free.face]! * free.area;
    if (q <= 0) continue;
    leaving += q;
    carried += q * engine.temperature[free.cell]!;
  }
  return carried / leaving;
}

/** Heat that the air flowing through the openings takes out of the room, W (0 °C as the zero of heat, balanced flows). */
export function openingsHeatOut(engine: Engine, heatCapacity: number): number {
  const { grid } = engine.room;
  let sum = 0;
  for (let n = 0; n < grid.pinnedOpenings.length; n++) {
    if (grid.pinnedOpenings[n] !== null) sum -= openingFlow(engine, n) * openingCelsius(engine, n);
  }
  for (let f = 0; f < grid.freeFaces.length; f++) {
    const free = grid.freeFaces[f]!;
    const q = free.inward * engine.air.velocity[free.axis][free.face]! * free.area;
    sum -= q * (q > 0 ? engine.inflows.openingsCelsius[grid.freeFaceOpening[f]!]! : engine.temperature[free.cell]!);
  }
  return sum * heatCapacity;
}
