import { describe, expect, it } from 'vitest';
import { siteSchema } from '../site/schema/site';
import { pue } from './metrics/energy';
import { createPlant } from './plant/plant';
import { createPowerTotals, type PowerTotals, sumPower } from './plant/power-totals';
import { stepPlant } from './plant/step';
import { createServers } from './servers/servers';
import { stepServers } from './servers/step';

/** 400 servers at full load, perfectly contained: every inlet is at supply temperature, all exhaust returns. */
function runContained(supplyCelsius: number): PowerTotals {
  const site = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'contained',
    room: { width: 10, depth: 10, height: 3 },
    racks: Array.from({ length: 10 }, (_, rack) => ({
      id: `R${rack}`,
      position: { x: 1 + 0.6 * rack, y: 2 },
      size: { width: 0.6, depth: 1.2, height: 2 },
      uHeight: 42,
      contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 40, type: 'ibm-x3550-m3', count: 40 }],
    })),
    coolingUnits: [
      {
        id: 'C1',
        kind: 'crah',
        position: { x: 1, y: 8 },
        size: { width: 2, depth: 1, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 8, ratedPowerW: 6000 },
        control: { mode: 'supply', setpointCelsius: supplyCelsius },
      },
    ],
    plant: { kind: 'moore-cop' },
    electrical: { pduEfficiency: 0.98 },
    workload: { demand: { kind: 'constant', level: 1 } },
  });
  const servers = createServers(site);
  servers.serverDemandShare.fill(1);
  stepServers(servers, new Float64Array(10).fill(supplyCelsius), Infinity);
  const plant = createPlant(site);
  const unitFlow = plant.airflowM3s[0]!;
  const returnCelsius = supplyCelsius + servers.totals.airHeatW / (unitFlow * 1.205 * 1006);
  stepPlant(plant, Float64Array.of(returnCelsius), new Float64Array(0), Infinity);
  expect(plant.heatW[0]).toBeCloseTo(servers.totals.airHeatW, 3);
  const totals = createPowerTotals();
  sumPower(servers.totals, plant, site, totals);
  return totals;
}

describe('supply temperature of a contained room', () => {
  const celsius = [14, 16, 18, 20, 22, 24, 26, 28, 30];
  const runs = celsius.map(runContained);

  it('total power is least at 28 °C and rises again at 30 °C: server fans eat what the plant saves', () => {
    const facility = runs.map((run) => run.facilityW);
    const best = facility.indexOf(Math.min(...facility));
    expect(celsius[best]).toBe(28);
    expect(facility[celsius.indexOf(30)]!).toBeGreaterThan(facility[best]!);
    expect(facility[0]!).toBeGreaterThan(facility[best]! * 1.1);
  });

  it('PUE keeps falling past that optimum, which is why it is not the headline', () => {
    const values = runs.map((run) => pue(run.facilityW, run.itW));
    for (let i = 1; i < values.length; i++) expect(values[i]!).toBeLessThan(values[i - 1]!);
  });
});
