import { expect, it } from 'vitest';
import { SERVER_TYPES, serverType } from './catalogue';
import { serverTypeSchema } from './server-type';

it('every entry satisfies the catalogue schema and its id finds it', () => {
  expect(SERVER_TYPES.length).toBeGreaterThanOrEqual(5);
  for (const type of SERVER_TYPES) {
    expect(serverTypeSchema.parse(type)).toEqual(type);
    expect(serverType(type.id)).toBe(type);
  }
  expect(serverType('no-such-server')).toBeUndefined();
});

it('power never falls with load and P-states run from fast to slow', () => {
  for (const { powerCurveW, pStates } of SERVER_TYPES) {
    for (let i = 1; i < powerCurveW.length; i++) expect(powerCurveW[i]!).toBeGreaterThanOrEqual(powerCurveW[i - 1]!);
    for (let i = 1; i < pStates.length; i++) {
      expect(pStates[i]!.hertz).toBeLessThan(pStates[i - 1]!.hertz);
      expect(pStates[i]!.volts).toBeLessThanOrEqual(pStates[i - 1]!.volts);
    }
  }
});

it('air rise at full load and nominal fan speed lies between 5 and 22 K for every entry', () => {
  for (const type of SERVER_TYPES) {
    const airHeatW = type.powerCurveW[10]! * (1 - type.liquidFraction);
    const riseKelvin = airHeatW / (1.205 * 1006 * type.fan.ratedAirflowM3s * type.fan.nominalSpeed);
    expect(riseKelvin, type.id).toBeGreaterThan(5);
    expect(riseKelvin, type.id).toBeLessThan(22);
  }
});

it('a type marked published has a published power curve', () => {
  for (const type of SERVER_TYPES) expect(type.figures.power.status).toBe(type.status);
});
