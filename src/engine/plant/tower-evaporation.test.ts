import { describe, expect, it } from 'vitest';
import {
  humidityRatioAtDewPoint,
  humidityRatioFromWetBulb,
  moistAirEnthalpyJkg,
  wetBulbCelsius,
} from '../../units/psychrometrics';
import { EVAPORATION_JKG, WATER_SPECIFIC_HEAT } from '../../units/water';
import { saturatedCelsius } from './saturated-air';
import { towerEvaporationKgs } from './tower-evaporation';

const HEAT_W = 1e6;
/** 1 MW over a range of 5.6 K and a ratio of water to air of 1.2. */
const AIR_KGS = HEAT_W / 5.6 / WATER_SPECIFIC_HEAT / 1.2;
const air = (dryBulbCelsius: number, humidity: 'dry' | 'humid') => ({
  dryBulbCelsius,
  wetBulbCelsius: wetBulbCelsius(dryBulbCelsius, dryBulbCelsius - (humidity === 'dry' ? 20 : 2)),
});
const latentShare = (dryBulb: number, humidity: 'dry' | 'humid', entering: number) =>
  (towerEvaporationKgs(HEAT_W, AIR_KGS, entering, entering - 5.6, air(dryBulb, humidity)) * EVAPORATION_JKG) / HEAT_W;

describe('what a tower evaporates', () => {
  it('closes heat and water of the air that passes: saturated as it leaves', () => {
    const outside = air(22, 'humid');
    const evaporated = towerEvaporationKgs(HEAT_W, AIR_KGS, 32, 26.4, outside);
    const ratioIn = humidityRatioFromWetBulb(22, outside.wetBulbCelsius);
    const ratioOut = ratioIn + evaporated / AIR_KGS;
    const enthalpyOut = moistAirEnthalpyJkg(22, ratioIn) + (HEAT_W + evaporated * WATER_SPECIFIC_HEAT * 26.4) / AIR_KGS;
    const out = saturatedCelsius(enthalpyOut, 30);
    expect(humidityRatioAtDewPoint(out) / ratioOut).toBeCloseTo(1, 3);
  });

  it('is less than the heat alone would evaporate in cold air, and more in hot dry air', () => {
    expect(latentShare(0, 'humid', 18)).toBeGreaterThan(0.5);
    expect(latentShare(0, 'humid', 18)).toBeLessThan(0.75);
    expect(latentShare(20, 'humid', 30)).toBeGreaterThan(0.75);
    expect(latentShare(20, 'humid', 30)).toBeLessThan(0.9);
    expect(latentShare(40, 'dry', 32)).toBeGreaterThan(1.05);
  });

  it('moves by less than a twentieth when the ratio of water to air is 0.75 or 1.5 in place of 1.2', () => {
    const at = (ratio: number) => towerEvaporationKgs(HEAT_W, (AIR_KGS * 1.2) / ratio, 30, 24.4, air(18, 'humid'));
    expect(Math.abs(at(0.75) / at(1.2) - 1)).toBeLessThan(0.05);
    expect(Math.abs(at(1.5) / at(1.2) - 1)).toBeLessThan(0.05);
  });

  it('is nothing where water as warm as that takes nothing from the air', () => {
    expect(towerEvaporationKgs(HEAT_W, AIR_KGS, 10, 9, air(30, 'humid'))).toBe(0);
    expect(towerEvaporationKgs(0, AIR_KGS, 30, 29, air(20, 'humid'))).toBe(0);
  });
});
