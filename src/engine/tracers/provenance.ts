import type { AirSource, Provenance } from '../../frame/provenance';
import type { Engine } from '../state';
import { createFootprint, type FrozenTransport } from './adjoint';
import { airInlets, shareOf, unitSharesOf } from './air-sources';
import { chassisTaker } from './air-takers';

/**
 * Where the air at a rack's inlet comes from: the share of each rack exhaust, cooling unit and opening that it last left.
 * Air of the raised floor counts as that of the units that feed it, by flow. Holds for the air as it moves now; air is
 * not followed through equipment. Null for a rack that draws no air, or where the solve did not converge.
 */
export function airProvenance(engine: Engine, transport: FrozenTransport, rack: number): Provenance | null {
  const { servers, site, plant, inflows } = engine;
  const { rackChassisStart } = servers.structure;
  const taker = chassisTaker(engine, transport, rackChassisStart[rack]!, rackChassisStart[rack + 1]!);
  if (taker === null) return null;
  const right = new Float64Array(transport.count);
  for (let n = 0; n < taker.cells.length; n++) right[taker.cells[n]!]! += taker.weights[n]!;
  const reach = createFootprint(transport)(right);
  if (reach === null) return null;
  const inlets = airInlets(engine, transport);
  const unitShares = new Float64Array(site.coolingUnits.length);
  unitSharesOf(inlets, reach, unitShares);

  const sources: AirSource[] = [
    ...site.racks.map(({ id }, r): AirSource => {
      let share = 0;
      let warmth = 0;
      for (let c = rackChassisStart[r]!; c < rackChassisStart[r + 1]!; c++) {
        const part = shareOf(inlets.chassis[c]!, reach);
        share += part;
        warmth += part * engine.inflows.chassisCelsius[c]!;
      }
      return { kind: 'rack', id, share, celsius: share > 0 ? warmth / share : Number.NaN };
    }),
    ...site.coolingUnits.map(
      ({ id }, n): AirSource => ({
        kind: 'coolingUnit',
        id,
        share: unitShares[n]!,
        celsius: plant.supplyCelsius[n]!,
      }),
    ),
    ...site.openings.map(
      ({ id }, n): AirSource => ({
        kind: 'opening',
        id,
        share: shareOf(inlets.openings[n]!, reach),
        celsius: inflows.openingsCelsius[n]!,
      }),
    ),
  ];
  return {
    rackId: site.racks[rack]!.id,
    simulatedSeconds: engine.simulatedSeconds,
    sources: sources.filter((source) => source.share > 1e-6).sort((a, b) => b.share - a.share),
    captureIndex: unitShares.reduce((sum, share) => sum + share, 0),
  };
}
