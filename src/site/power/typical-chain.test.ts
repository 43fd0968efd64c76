import { expect, it } from 'vitest';
import { electrical as electricalSchema } from '../schema/energy';
import { siteSchema } from '../schema/site';
import { validateSite } from '../validate/validate';
import { sizeAbove, typicalChain } from './typical-chain';

/** 24 racks of 40 machines of at most 222 W: 8.88 kW a rack, 213 kW in all. */
const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'sizing',
  room: { width: 20, depth: 10, height: 3 },
  racks: Array.from({ length: 24 }, (_, r) => ({
    id: `R${r}`,
    position: { x: 1 + 0.7 * r, y: 3 },
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 40, type: 'ibm-x3550-m3', count: 40 }],
  })),
  electrical: { ups: { ratedW: 200_000, lossCoefficients: [0.01, 0.005, 0.01] }, otherLoadW: 1500 },
  workload: { demand: { kind: 'constant', level: 1 } },
});

it('every element may carry the full load of the racks for long, alone on its side', () => {
  const chain = typicalChain(site);
  // 11.1 kW / 0.8 asks for 16 A more than 11.09 kW: 8.88 / 0.8 = 11.1 kW, so 32 A.
  expect(chain.rackPdu!.feedRatedW).toBe(22_170);
  expect(chain.pdu!.count).toBe(2);
  expect(chain.pdu!.ratedW * 0.8 * 2).toBeGreaterThanOrEqual(213_120);
  expect(chain.ups!.ratedW * 0.8).toBeGreaterThanOrEqual(213_120);
  expect(chain.ups!.battery!.usableJ).toBe(chain.ups!.ratedW * 600);
  expect(chain.transformer!.ratedW).toBe(500_000);
});

it('keeps what the site said: loss curve of its UPS and other load', () => {
  const chain = typicalChain(site);
  expect(chain.ups!.lossCoefficients).toEqual([0.01, 0.005, 0.01]);
  expect(chain.otherLoadW).toBe(1500);
});

it('is a chain that the schema takes and no rule complains of', () => {
  const chain = typicalChain(site);
  expect(electricalSchema.parse(chain)).toEqual(chain);
  const complaints = validateSite({ ...site, electrical: chain }).filter(({ path }) => path.startsWith('electrical'));
  expect(complaints).toEqual([]);
});

it('sizes go up in steps, and beyond the largest in multiples of it', () => {
  expect(sizeAbove([10, 20], 10)).toBe(10);
  expect(sizeAbove([10, 20], 11)).toBe(20);
  expect(sizeAbove([10, 20], 41)).toBe(60);
});
