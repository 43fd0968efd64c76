import { describe, expect, it } from 'vitest';
import { coolingUnit } from '../../../site/schema/cooling-unit';
import { grilleQuad, returnQuads, supplyQuads } from './unit-faces';

const unit = coolingUnit.parse({
  id: 'U1',
  kind: 'in-row',
  position: { x: 2, y: 3 },
  rotation: 90,
  size: { width: 1.225, depth: 0.51, height: 2.55 },
  medium: 'chilled-water',
  supply: { to: 'room', face: 'front', width: 1, height: 1.775, zMin: 0.1 },
  return: { from: 'room', face: 'top' },
  fan: { ratedAirflowM3s: 1, ratedPowerW: 100 },
  control: { mode: 'supply', setpointCelsius: 17 },
});

describe('grilles of cooling units', () => {
  it('puts the front grille of a unit turned 90° on its +x side at the height given', () => {
    const quad = grilleQuad(unit, { face: 'front', width: 1, height: 1.775, zMin: 0.1 });
    expect(quad.centre.x).toBeCloseTo(2 + 0.255, 1);
    expect(quad.centre.x).toBeGreaterThan(2.255);
    expect(quad.centre.y).toBe(3);
    expect(quad.centre.z).toBeCloseTo(0.1 + 1.775 / 2);
    expect(Math.abs(quad.along.y)).toBeCloseTo(1);
    expect(quad.up.z).toBeCloseTo(1.775);
  });

  it('covers the whole top with the top return, turned with the unit', () => {
    const [top] = returnQuads(unit);
    expect(top!.centre.z).toBeGreaterThan(2.55);
    expect(Math.abs(top!.along.y)).toBeCloseTo(1.225);
    expect(Math.abs(top!.up.x)).toBeCloseTo(0.51);
  });

  it('shows underfloor supply as bands at the foot', () => {
    const bands = supplyQuads({ ...unit, supply: { to: 'raised-floor' } });
    expect(bands).toHaveLength(2);
    for (const band of bands) expect(band.centre.z).toBeLessThan(0.1);
  });
});
