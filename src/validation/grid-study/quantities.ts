import type { Engine } from '../../engine/engine';
import { type RackSummary, rackSummary } from '../../engine/rack-summary';
import { AIR } from '../../units/air';
import type { QuantityName } from './facts';

/** What a study follows on this site: racks that breathe, units that return from the room, tiles of a raised floor. */
export function studyQuantities(engine: Engine): QuantityName[] {
  const { site } = engine;
  const names: QuantityName[] = [];
  if (engine.chassisInletCelsius.length > 0) names.push({ kind: 'worstInlet', id: null, unit: '°C' });
  names.push({ kind: 'shi', id: null, unit: '' });
  for (const rack of site.racks)
    if (rack.contents.length > 0) names.push({ kind: 'rackInlet', id: rack.id, unit: '°C' });
  for (const unit of site.coolingUnits) names.push({ kind: 'unitReturn', id: unit.id, unit: '°C' });
  if (site.tiles.length > 0) names.push({ kind: 'tilesFlow', id: null, unit: 'kg/s' });
  for (const tile of site.tiles) names.push({ kind: 'tileFlow', id: tile.id, unit: 'kg/s' });
  return names;
}

/** The values of `studyQuantities` at this moment, in its order. */
export function readQuantities(engine: Engine): number[] {
  const { site, flows } = engine;
  const values: number[] = [];
  if (engine.chassisInletCelsius.length > 0) values.push(engine.chassisInletCelsius.reduce((a, b) => Math.max(a, b)));
  values.push(engine.measures.shi);
  const summary = {} as RackSummary;
  site.racks.forEach((rack, r) => {
    if (rack.contents.length === 0) return;
    rackSummary(engine, r, summary);
    values.push(summary.inletMeanCelsius);
  });
  for (let n = 0; n < site.coolingUnits.length; n++) values.push(engine.unitReturnCelsius[n]!);
  const tiles = Array.from(site.tiles, (_, n) => flows.tiles[n]! * AIR.density);
  if (tiles.length > 0) values.push(tiles.reduce((a, b) => a + b));
  values.push(...tiles);
  return values;
}
