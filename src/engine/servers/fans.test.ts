import { describe, expect, it } from 'vitest';
import { SERVER_TYPES, serverType } from '../../site/catalogue/catalogue';
import { compileModel } from './compile-model';
import { fanPowerW, fanSpeed, temperatureHeadroom } from './fans';

const type = serverType('ibm-x3550-m3')!;
const model = compileModel(type);

describe('fanSpeed', () => {
  it('is the nominal speed at full load and 22 °C for every catalogue entry', () => {
    for (const entry of SERVER_TYPES) {
      expect(fanSpeed(compileModel(entry), 1, temperatureHeadroom(22))).toBeCloseTo(entry.fan.nominalSpeed, 4);
    }
  });

  it('rises with inlet temperature: full load at 18, 27 and 35 °C gives 0.88, 1.20 and 1.71 times nominal', () => {
    const ratio = (celsius: number) => fanSpeed(model, 1, temperatureHeadroom(celsius)) / type.fan.nominalSpeed;
    expect(ratio(18)).toBeCloseTo(0.881, 2);
    expect(ratio(27)).toBeCloseTo(1.199, 2);
    expect(ratio(35)).toBeCloseTo(1.71, 2);
  });

  it('stays between the lowest speed and full speed, also past the component limit', () => {
    expect(fanSpeed(model, 0.26, temperatureHeadroom(15))).toBe(type.fan.minSpeed);
    expect(fanSpeed(model, 1, temperatureHeadroom(60))).toBe(1);
    expect(fanSpeed(model, 1, temperatureHeadroom(90))).toBe(1);
    expect(fanSpeed(model, 0, temperatureHeadroom(22))).toBe(type.fan.minSpeed);
  });

  it('half speed draws an eighth of the rated power', () => {
    expect(fanPowerW(model, 0.5)).toBeCloseTo(model.fanRatedPowerW / 8, 12);
  });
});
