import { CURVE_INLET_CELSIUS } from '../../../site/catalogue/server-defaults';
import { CURVE_INTERVALS, fanSpeed, HIGHEST_DEMAND } from '../fans';
import type { ServerModel } from '../model';

/** Span of the table of leakage against chip temperature, °C, in steps of 1 K. Beyond it the nearest end holds. */
export const LEAKAGE_FROM_CELSIUS = -20;
export const LEAKAGE_INTERVALS = 180;

/** Share of the peak up to which leakage within the measured curve is followed; no curve goes as far. */
const HIGHEST_CURVE_SHARE = 1.2;

/** Leakage of the chips of a server at a temperature: P0 exp(kappa (T - T0)), with P0 that at the target temperature, W. */
export function leakageW({ chip }: ServerModel, celsius: number): number {
  return chip.leakageW * Math.exp(chip.leakagePerKelvin * (celsius - chip.targetCelsius));
}

/**
 * Temperature of the chips in the machine whose curve was measured: at an inlet of 22 °C (or its rated coolant) with
 * common fans, at a power as a share of the peak, °C.
 */
function curveChipCelsius(model: ServerModel, powerShare: number): number {
  const { chip } = model;
  if (chip.liquid) return chip.coolantCelsius + chip.riseKelvin * powerShare;
  const fixed = chip.fixedResistanceShare;
  const resistance = fixed + (1 - fixed) * (fanSpeed(model, powerShare, 1) / model.fanNominalSpeed) ** -0.8;
  return CURVE_INLET_CELSIUS + chip.riseKelvin * powerShare * resistance;
}

/**
 * Leakage against temperature, and the leakage that the measured curve already holds, W; this one over power as a share of
 * the peak, on the steps of the fan law.
 */
export function leakageTables(model: ServerModel): { atCelsius: Float64Array; atCurve: Float64Array } {
  return {
    atCelsius: Float64Array.from({ length: LEAKAGE_INTERVALS + 1 }, (_, n) =>
      leakageW(model, LEAKAGE_FROM_CELSIUS + n),
    ),
    atCurve: Float64Array.from({ length: CURVE_INTERVALS + 1 }, (_, n) => {
      const share = Math.min((n / CURVE_INTERVALS) * HIGHEST_DEMAND, HIGHEST_CURVE_SHARE);
      return leakageW(model, curveChipCelsius(model, share));
    }),
  };
}
