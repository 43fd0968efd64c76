import type { Electrical } from '../schema/energy';
import type { Site } from '../schema/site';
import { contentPowerW, itPowerW } from '../validate/it-load';

/** Three-phase feeds of 400 V: sqrt(3) 400 V times 16, 32, 63, 125, 250 and 400 A, W. */
const FEED_SIZES_W = [16, 32, 63, 125, 250, 400].map((amperes) => Math.round(Math.sqrt(3) * 400 * amperes));
/** Sizes of floor units with a transformer, W. */
const PDU_SIZES_W = [15, 30, 45, 75, 112.5, 150, 225, 300, 500, 750].map((kilowatts) => kilowatts * 1000);
/** Sizes of distribution transformers of EN 50588, W. */
const TRANSFORMER_SIZES_W = [50, 100, 160, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150].map(
  (kilowatts) => kilowatts * 1000,
);
/** Racks on one floor unit, at most. */
const RACKS_A_PDU = 20;
/** Cooling over IT power at design, for sizing what feeds both (assumption). */
const COOLING_SHARE = 0.4;
/** Minutes that batteries are often bought for, at the rating (assumption), and hours of fuel. */
const BATTERY_SECONDS = 10 * 60;
const FUEL_SECONDS = 24 * 3600;

/** The smallest size that is enough; beyond the list whole multiples of the largest. */
export function sizeAbove(sizes: readonly number[], watts: number): number {
  const largest = sizes.at(-1)!;
  return sizes.find((size) => size >= watts) ?? Math.ceil(watts / largest) * largest;
}

/**
 * A whole electrical chain of common parts, sized for the full load of the racks: two feeds to every rack, each able to
 * carry all of it, a UPS on each side with ten minutes of battery, and a generator. What the site says already about its
 * UPS and other load stays. Every figure is an assumption to be replaced by that of the building.
 */
export function typicalChain(site: Site): Electrical {
  const before: Electrical = site.electrical ?? { pduEfficiency: 0.98, otherLoadW: 0 };
  const continuous = before.continuousShare ?? 0.8;
  const itW = itPowerW(site).fullW;
  const fullestRackW = Math.max(
    0,
    ...site.racks.map((rack) => rack.contents.reduce((sum, content) => sum + contentPowerW(site, content).fullW, 0)),
  );
  const pduCount = Math.max(1, Math.ceil(site.racks.length / RACKS_A_PDU));
  const upsRatedW = Math.max(before.ups?.ratedW ?? 0, roundUp(itW / continuous));
  const facilityW = itW * (1.1 + COOLING_SHARE) + before.otherLoadW;
  const mainW = sizeAbove(TRANSFORMER_SIZES_W, facilityW / continuous);
  return {
    ...before,
    psu: before.psu ?? { kind: '80plus', grade: 'platinum', supplies: 'two', ratedOverPeak: 1.5 },
    feeds: 'a-b',
    rackPdu: { feedRatedW: sizeAbove(FEED_SIZES_W, fullestRackW / continuous), lossShare: 0.01 },
    pdu: {
      count: pduCount,
      ratedW: sizeAbove(PDU_SIZES_W, (itW * 1.02) / pduCount / continuous),
      lossCoefficients: [0.0025, 0, 0.02],
    },
    ups: {
      lossCoefficients: [0.013, 0.006, 0.011],
      ...before.ups,
      ratedW: upsRatedW,
      modules: 1,
      redundancy: '2N',
      battery: before.ups?.battery ?? {
        usableJ: upsRatedW * BATTERY_SECONDS,
        peukertExponent: 1,
        rechargeEfficiency: 0.9,
      },
    },
    switchgear: { ratedW: mainW, lossShare: 0.002 },
    transformer: { ratedW: mainW, noLoadShare: 0.0007, fullLoadShare: 0.0076 },
    generator: before.generator ?? { ratedW: mainW, startSeconds: 10, fuelJ: mainW * FUEL_SECONDS },
    lossesInRoom: before.lossesInRoom ?? [{ part: 'rack-pdu' }, { part: 'pdu' }],
  };
}

/** To two significant digits, upwards, W. */
function roundUp(watts: number): number {
  if (!(watts > 0)) return 10_000;
  const step = 10 ** (Math.floor(Math.log10(watts)) - 1);
  return Math.ceil(watts / step) * step;
}
