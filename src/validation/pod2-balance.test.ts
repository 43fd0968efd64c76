import { describe, expect, it } from 'vitest';
import { AIR_HEAT_CAPACITY } from '../units/air';
import { balanceCoolers, balancedDrive } from './pod2-balance';
import { COOLERS, type Pod2Drive } from './pod2-drive';

const FLOW = 0.9;

/** Made-up minutes, 20 at each load, of coolers that move `scale` times what is told, and supply `offset` K above the sensor. */
function made(loadsW: readonly number[], scale: number, offset: number) {
  const minutes = 20 * loadsW.length;
  const at = (minute: number) => loadsW[Math.floor(minute / 20)]!;
  const series = (value: (minute: number) => number) => Float64Array.from({ length: minutes }, (_, n) => value(n));
  const trace = {
    minutes,
    startMinute: 480,
    column: (name: string) =>
      series((n) =>
        name.includes('return') ? 17 + offset + at(n) / (AIR_HEAT_CAPACITY * scale * FLOW * COOLERS) : at(n),
      ),
  };
  const coolers = Array.from({ length: COOLERS }, () => series(() => FLOW));
  const drive: Pod2Drive = {
    serverW: [],
    otherW: series(() => 0),
    fanShare: [],
    coolerM3s: coolers,
    coolerCelsius: coolers.map((flow) => flow.map(() => 17)),
  };
  return { trace, drive };
}

describe('heat balance of the coolers', () => {
  it('finds a flow 12 % above the curve and a supply 1.4 K above its sensor from two loads, with no remainder', () => {
    const { trace, drive } = made([28_000, 70_000, 71_000], 1.12, 1.4);
    const balance = balanceCoolers(trace, drive, []);
    expect(balance.flowScale).toBeCloseTo(1.12, 9);
    expect(balance.supplyOffsetKelvin).toBeCloseTo(1.4, 8);
    expect(balance.residualW).toBeLessThan(1e-3);
    expect(balance.offsetErrorKelvin).toBeLessThan(1e-6);
    const corrected = balancedDrive(drive, balance);
    expect(corrected.coolerM3s[0]![0]).toBeCloseTo(1.12 * FLOW, 8);
    expect(corrected.coolerCelsius[0]![0]).toBeCloseTo(18.4, 8);
  });

  it('leaves the sensors as they are where one load says nothing of both', () => {
    const { trace, drive } = made([28_000, 28_500], 1.12, 1.4);
    expect(balanceCoolers(trace, drive, [])).toMatchObject({ flowScale: 1, supplyOffsetKelvin: 0 });
  });
});
