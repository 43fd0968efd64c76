import type { Electrical } from '../../../site/schema/energy';
import { LOSS_PARTS, type LossPart } from '../../../site/schema/power-chain';
import type { Rack } from '../../../site/schema/rack';
import type { Site } from '../../../site/schema/site';
import { type FieldSpec, type NumberField, numberAt, type SwitchField } from './field-spec';
import { ABSENT, PERCENT } from './field-units';

type BreakerClass = NonNullable<Electrical['breakerClass']>;

const KILOWATTS = { unit: 'kW', scale: 0.001, step: 10, min: 0, decimals: 1 } as const;
/** J shown as kWh. */
const KILOWATT_HOURS = { unit: 'kWh', scale: 1 / 3.6e6, step: 1, min: 0, decimals: 2 } as const;

type Part = 'psu' | 'rackPdu' | 'pdu' | 'switchgear' | 'transformer' | 'generator' | 'capping';

/** What a part is when it is switched on; the schema's defaults, with ratings to be replaced. */
const FRESH: { [P in Exclude<Part, 'psu'>]: NonNullable<Electrical[P]> } = {
  rackPdu: { feedRatedW: 11_085, lossShare: 0.01 },
  pdu: { count: 1, ratedW: 150_000, lossCoefficients: [0.0025, 0, 0.02] },
  switchgear: { ratedW: 400_000, lossShare: 0.002 },
  transformer: { ratedW: 400_000, noLoadShare: 0.0007, fullLoadShare: 0.0076 },
  generator: { ratedW: 400_000, startSeconds: 10 },
  capping: {},
};

const has = (part: Part) => (site: Site) => site.electrical?.[part] !== undefined;
const hasElectrical = (site: Site) => site.electrical !== undefined;
const hasUps = (site: Site) => site.electrical?.ups !== undefined;
const hasBattery = (site: Site) => site.electrical?.ups?.battery !== undefined;

const partSwitch = (id: string, part: Exclude<Part, 'psu'>): SwitchField<Site> => ({
  kind: 'switch',
  id,
  when: hasElectrical,
  read: has(part),
  write: (site, on) => {
    const { [part]: _part, ...rest } = site.electrical!;
    return { ...site, electrical: on ? { ...rest, [part]: FRESH[part] } : rest };
  },
});

const partNumber = (
  id: string,
  part: Part,
  key: string,
  options: Omit<NumberField<Site>, 'kind' | 'id' | 'read' | 'write'>,
) => numberAt<Site>(id, { path: ['electrical', part, key], when: has(part), ...options });

/** A loss that heats the room, or not. Where it stands (`obstacleId`) is kept. */
const heatSwitch = (part: LossPart): SwitchField<Site> => ({
  kind: 'switch',
  id: `heat-${part}`,
  when: hasElectrical,
  read: (site) => site.electrical?.lossesInRoom?.some((loss) => loss.part === part) ?? false,
  write: (site, on) => {
    const { lossesInRoom = [], ...rest } = site.electrical!;
    const others = lossesInRoom.filter((loss) => loss.part !== part);
    const next = on ? [...others, { part }] : others;
    return { ...site, electrical: next.length > 0 ? { ...rest, lossesInRoom: next } : rest };
  },
});

/** The electrical chain beyond PDU efficiency and UPS rating. */
export const powerFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'psuGrade',
    when: hasElectrical,
    options: [ABSENT, 'bronze', 'silver', 'gold', 'platinum', 'titanium', 'affine'],
    read: ({ electrical }) => {
      if (electrical?.psu === undefined) return ABSENT;
      return electrical.psu.kind === '80plus' ? electrical.psu.grade : 'affine';
    },
    write: (site, grade) => {
      const { psu, ...rest } = site.electrical!;
      if (grade === ABSENT) return { ...site, electrical: rest };
      if (grade === 'affine') {
        return { ...site, electrical: { ...rest, psu: { kind: 'affine', standingW: 13, efficiency: 0.98 } } };
      }
      const before =
        psu?.kind === '80plus' ? psu : { kind: '80plus' as const, supplies: 'two' as const, ratedOverPeak: 1.5 };
      return { ...site, electrical: { ...rest, psu: { ...before, grade: grade as 'gold' } } };
    },
  },
  {
    kind: 'choice',
    id: 'psuSupplies',
    when: ({ electrical }) => electrical?.psu?.kind === '80plus',
    options: ['one', 'two'],
    read: ({ electrical }) => (electrical?.psu?.kind === '80plus' ? electrical.psu.supplies : 'two'),
    write: (site, supplies) => ({
      ...site,
      electrical: { ...site.electrical!, psu: { ...site.electrical!.psu!, supplies } as Electrical['psu'] },
    }),
  },
  {
    kind: 'choice',
    id: 'feeds',
    when: hasElectrical,
    options: ['single', 'a-b'],
    read: ({ electrical }) => electrical?.feeds ?? 'single',
    write: (site, feeds) => ({ ...site, electrical: { ...site.electrical!, feeds: feeds as 'a-b' } }),
  },
  partSwitch('hasRackPdu', 'rackPdu'),
  partNumber('feedRating', 'rackPdu', 'feedRatedW', { ...KILOWATTS, step: 1 }),
  partSwitch('hasPdu', 'pdu'),
  partNumber('pduCount', 'pdu', 'count', { unit: '', step: 1, min: 1, max: 500, decimals: 0 }),
  partNumber('pduRating', 'pdu', 'ratedW', KILOWATTS),
  numberAt('upsModules', {
    path: ['electrical', 'ups', 'modules'],
    when: hasUps,
    unit: '',
    step: 1,
    min: 1,
    max: 64,
    decimals: 0,
    optional: true,
  }),
  {
    kind: 'choice',
    id: 'upsRedundancy',
    when: hasUps,
    options: ['N', 'N+1', '2N'],
    optionLabel: (value) => value,
    read: ({ electrical }) => electrical?.ups?.redundancy ?? 'N',
    write: (site, redundancy) => ({
      ...site,
      electrical: { ...site.electrical!, ups: { ...site.electrical!.ups!, redundancy: redundancy as 'N' } },
    }),
  },
  {
    kind: 'choice',
    id: 'upsMode',
    when: hasUps,
    options: ['double-conversion', 'eco'],
    read: ({ electrical }) => electrical?.ups?.mode ?? 'double-conversion',
    write: (site, mode) => ({
      ...site,
      electrical: { ...site.electrical!, ups: { ...site.electrical!.ups!, mode: mode as 'eco' } },
    }),
  },
  {
    kind: 'switch',
    id: 'hasBattery',
    when: hasUps,
    read: hasBattery,
    write: (site, on) => {
      const { battery: _battery, ...ups } = site.electrical!.ups!;
      const fresh = { usableJ: ups.ratedW * 600, peukertExponent: 1, rechargeEfficiency: 0.9 };
      return { ...site, electrical: { ...site.electrical!, ups: on ? { ...ups, battery: fresh } : ups } };
    },
  },
  numberAt('batteryEnergy', {
    path: ['electrical', 'ups', 'battery', 'usableJ'],
    when: hasBattery,
    ...KILOWATT_HOURS,
  }),
  partSwitch('hasSwitchgear', 'switchgear'),
  partNumber('switchgearRating', 'switchgear', 'ratedW', KILOWATTS),
  partSwitch('hasTransformer', 'transformer'),
  partNumber('transformerRating', 'transformer', 'ratedW', KILOWATTS),
  partSwitch('hasGenerator', 'generator'),
  partNumber('generatorRating', 'generator', 'ratedW', KILOWATTS),
  partNumber('generatorStart', 'generator', 'startSeconds', { unit: 's', step: 1, min: 0, max: 3600, decimals: 0 }),
  partNumber('generatorFuel', 'generator', 'fuelJ', { ...KILOWATT_HOURS, step: 100, optional: true }),
  partSwitch('hasCapping', 'capping'),
  partNumber('rackCap', 'capping', 'rackW', { ...KILOWATTS, step: 0.5, optional: true }),
  partNumber('roomCap', 'capping', 'roomW', { ...KILOWATTS, optional: true }),
  numberAt('continuousShare', {
    path: ['electrical', 'continuousShare'],
    when: hasElectrical,
    ...PERCENT,
    step: 5,
    optional: true,
  }),
  {
    kind: 'choice',
    id: 'breakerClass',
    options: ['none', 'B', 'C', 'D'],
    when: hasElectrical,
    read: (site) => site.electrical?.breakerClass ?? 'none',
    write: (site, value) => {
      const { breakerClass: _class, ...rest } = site.electrical!;
      return { ...site, electrical: value === 'none' ? rest : { ...rest, breakerClass: value as BreakerClass } };
    },
  },
  numberAt('itRestart', {
    path: ['electrical', 'itRestartSeconds'],
    when: hasElectrical,
    unit: 's',
    step: 30,
    min: 0,
    max: 1e6,
    decimals: 0,
    optional: true,
  }),
  ...LOSS_PARTS.map(heatSwitch),
];

/** How a rack is fed. */
export const rackFeedFields: readonly FieldSpec<Rack>[] = [
  {
    kind: 'choice',
    id: 'rackFeeds',
    options: ['both', 'a', 'b'],
    read: (rack) => rack.feed?.feeds ?? 'both',
    write: (rack, feeds) => ({ ...rack, feed: { ...rack.feed, feeds: feeds as 'both' } }),
  },
  numberAt('rackFeedRating', { path: ['feed', 'feedRatedW'], ...KILOWATTS, step: 1, optional: true }),
  numberAt('rackOwnCap', { path: ['feed', 'capW'], ...KILOWATTS, step: 0.5, optional: true }),
];
