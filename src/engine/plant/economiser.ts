import type { AirEconomiser } from '../../site/schema/plant';
import { AIR } from '../../units/air';
import { humidityRatioAtDewPoint, moistAirEnthalpyJkg } from '../../units/psychrometrics';
import { EVAPORATION_JKG } from '../../units/water';
import type { Outdoor } from './outdoor';

/** What the economisers of the units do. Site order. */
export interface Economisers {
  readonly structure: readonly (AirEconomiser | null)[];
  /** 1 where outdoor air may be used. */
  readonly allowed: Uint8Array;
  /** Heat that leaves with outdoor air, W. */
  readonly heatW: Float64Array;
  /** Share of full use, 0-1: of outdoor air in the supply, or of the exchanger. */
  readonly share: Float64Array;
  readonly fanW: Float64Array;
  /** Evaporated and blown down, kg/s. */
  readonly waterKgs: Float64Array;
}

export function createEconomisers(specs: readonly (AirEconomiser | undefined)[]): Economisers {
  const zeros = () => new Float64Array(specs.length);
  return {
    structure: specs.map((spec) => spec ?? null),
    allowed: new Uint8Array(specs.length),
    heatW: zeros(),
    share: zeros(),
    fanW: zeros(),
    waterKgs: zeros(),
  };
}

/**
 * Most heat that outdoor air can take from this unit's air now, W; 0 where it may not, or is not known. On return
 * `allowed` holds the changeover: off beyond a limit, on again the hysteresis inside it.
 */
export function mostFreeHeatW(
  economisers: Economisers,
  unit: number,
  enteringCelsius: number,
  roomDewPointCelsius: number,
  capacityRateWK: number,
  outdoor: Outdoor,
): number {
  const spec = economisers.structure[unit]!;
  if (spec === null || Number.isNaN(outdoor.wetBulbCelsius)) {
    economisers.allowed[unit] = 0;
    return 0;
  }
  const inside = economisers.allowed[unit] === 1 ? 0 : spec.hysteresisKelvin;
  const coldest = coldestCelsius(spec, enteringCelsius, outdoor);
  const gains = enteringCelsius - coldest > inside;
  const allowed =
    gains && (spec.kind === 'indirect' || withinLimits(spec, enteringCelsius, roomDewPointCelsius, outdoor, inside));
  economisers.allowed[unit] = allowed ? 1 : 0;
  return allowed ? capacityRateWK * (enteringCelsius - coldest) : 0;
}

/** Air that full use gives, °C. */
function coldestCelsius(spec: AirEconomiser, enteringCelsius: number, outdoor: Outdoor): number {
  const { dryBulbCelsius: dry, wetBulbCelsius: wet } = outdoor;
  if (spec.kind === 'air') return dry - (spec.evaporativeEffectiveness ?? 0) * Math.max(0, dry - wet);
  const dryUse = enteringCelsius - spec.dryEffectiveness * Math.max(0, enteringCelsius - dry);
  const wetUse = enteringCelsius - spec.wetEffectiveness * Math.max(0, enteringCelsius - wet);
  return Math.min(dryUse, wetUse);
}

type DirectAir = Extract<AirEconomiser, { kind: 'air' }>;

function withinLimits(
  spec: DirectAir,
  returnCelsius: number,
  roomDewPointCelsius: number,
  outdoor: Outdoor,
  inside: number,
): boolean {
  const { dryBulbCelsius: dry, dewPointCelsius: dew } = outdoor;
  if (dry < spec.lowCelsius + inside) return false;
  if (spec.control === 'enthalpy') {
    const room = moistAirEnthalpyJkg(
      returnCelsius,
      humidityRatioAtDewPoint(Math.min(roomDewPointCelsius, returnCelsius)),
    );
    const out = moistAirEnthalpyJkg(dry, humidityRatioAtDewPoint(dew, outdoor.pascals));
    return out + AIR.specificHeat * inside < room;
  }
  if (dry > spec.highCelsius - inside) return false;
  return spec.control === 'dry-bulb' || dew <= spec.highDewPointCelsius - inside;
}

/**
 * Takes `heatW` (at most what `mostFreeHeatW` said) with outdoor air. The pad is wet only as far as dry air does not do:
 * its water carries what the dry use leaves. Fans and pump draw in proportion to use (assumption).
 */
export function takeFreeHeat(
  economisers: Economisers,
  unit: number,
  heatW: number,
  mostW: number,
  enteringCelsius: number,
  capacityRateWK: number,
  outdoor: Outdoor,
): void {
  const spec = economisers.structure[unit]!;
  economisers.heatW[unit] = heatW;
  if (spec === null || !(heatW > 0)) {
    economisers.share[unit] = 0;
    economisers.fanW[unit] = 0;
    economisers.waterKgs[unit] = 0;
    return;
  }
  const dry = outdoor.dryBulbCelsius;
  const effectiveness = spec.kind === 'air' ? 1 : spec.dryEffectiveness;
  const dryMostW = capacityRateWK * effectiveness * Math.max(0, enteringCelsius - dry);
  let padW = 0;
  if (heatW <= dryMostW) economisers.share[unit] = heatW / dryMostW;
  else {
    economisers.share[unit] = spec.kind === 'air' ? 1 : heatW / mostW;
    // A direct pad takes heat out of the outdoor air; an indirect one evaporates for all that it takes.
    padW = spec.kind === 'air' ? heatW - capacityRateWK * (enteringCelsius - dry) : heatW;
  }
  economisers.fanW[unit] = spec.fanW * economisers.share[unit]!;
  economisers.waterKgs[unit] = (padW / EVAPORATION_JKG) * (1 + 1 / (spec.cyclesOfConcentration - 1));
}
