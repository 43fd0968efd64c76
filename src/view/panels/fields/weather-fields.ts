import type { Outdoor } from '../../../site/schema/energy';
import type { Site } from '../../../site/schema/site';
import { CLIMATES, type Climate, type GridCarbon, type Tariffs } from '../../../site/schema/weather';
import { type FieldSpec, numberAt } from './field-spec';
import { ABSENT, CELSIUS, PERCENT } from './field-units';

const DEFAULT_OUTDOOR: Outdoor = { dryBulbCelsius: 20 };
const DEFAULT_TARIFFS: Tariffs = { currency: 'EUR', electricityPerKWh: 0.15, waterPerM3: 3 };
const IMPORTED = 'hourly';

/** The kind of an imported series can be left, not chosen: it comes from a file. */
function carbonOf(kind: string, before: GridCarbon | undefined): GridCarbon {
  if (kind === 'constant') return { kind, kgPerKWh: before?.kind === 'profile' ? before.meanKgPerKWh : 0.35 };
  return {
    kind: 'profile',
    meanKgPerKWh: before?.kind === 'constant' ? before.kgPerKWh : 0.35,
    solarShare: 0.3,
  };
}

const price = { unit: '/kWh', step: 0.01, min: 0, max: 10_000, decimals: 3 } as const;
const carbonStep = { unit: 'kg/kWh', step: 0.01, min: 0, max: 5, decimals: 3 } as const;
const hasTariffs = (site: Site) => site.tariffs !== undefined;

/** Weather, the grid's carbon and prices. */
export function outdoorFields(site: Site): readonly FieldSpec<Site>[] {
  const importedWeather = site.weather?.kind === 'hourly';
  const importedCarbon = site.gridCarbon?.kind === 'hourly';
  return [
    {
      kind: 'choice',
      id: 'weatherKind',
      options: [ABSENT, ...CLIMATES, ...(importedWeather ? [IMPORTED] : [])],
      read: ({ weather }) => (weather === undefined ? ABSENT : weather.kind === 'climate' ? weather.climate : IMPORTED),
      write: (before, kind) => {
        const { weather, ...rest } = before;
        if (kind === ABSENT) return rest;
        if (kind === IMPORTED) return before;
        const seed = weather?.kind === 'climate' ? weather.seed : 1;
        return { ...before, weather: { kind: 'climate', climate: kind as Climate, seed } };
      },
    },
    {
      kind: 'switch',
      id: 'hasOutdoor',
      when: ({ weather }) => weather === undefined,
      read: ({ outdoor }) => outdoor !== undefined,
      write: (before, on) => {
        const { outdoor: _outdoor, ...rest } = before;
        return on ? { ...before, outdoor: DEFAULT_OUTDOOR } : rest;
      },
    },
    numberAt('dryBulb', {
      path: ['outdoor', 'dryBulbCelsius'],
      when: ({ outdoor, weather }) => outdoor !== undefined && weather === undefined,
      ...CELSIUS,
    }),
    numberAt('wetBulb', {
      path: ['outdoor', 'wetBulbCelsius'],
      when: ({ outdoor, weather }) => outdoor !== undefined && weather === undefined,
      optional: true,
      ...CELSIUS,
    }),
    numberAt('weatherSeed', {
      path: ['weather', 'seed'],
      when: ({ weather }) => weather?.kind === 'climate',
      unit: '',
      step: 1,
      min: 0,
      max: 2 ** 31,
      decimals: 0,
    }),
    numberAt('startDay', { path: ['startDay'], optional: true, unit: '', step: 1, min: 1, max: 366, decimals: 0 }),
    {
      kind: 'choice',
      id: 'carbonKind',
      options: [ABSENT, 'constant', 'profile', ...(importedCarbon ? [IMPORTED] : [])],
      read: ({ gridCarbon }) => gridCarbon?.kind ?? ABSENT,
      write: (before, kind) => {
        const { gridCarbon, ...rest } = before;
        if (kind === ABSENT) return rest;
        return kind === IMPORTED ? before : { ...before, gridCarbon: carbonOf(kind, gridCarbon) };
      },
    },
    numberAt('carbonConstant', {
      path: ['gridCarbon', 'kgPerKWh'],
      when: ({ gridCarbon }) => gridCarbon?.kind === 'constant',
      ...carbonStep,
    }),
    numberAt('carbonMean', {
      path: ['gridCarbon', 'meanKgPerKWh'],
      when: ({ gridCarbon }) => gridCarbon?.kind === 'profile',
      ...carbonStep,
    }),
    numberAt('carbonSolar', {
      path: ['gridCarbon', 'solarShare'],
      when: ({ gridCarbon }) => gridCarbon?.kind === 'profile',
      ...PERCENT,
    }),
    {
      kind: 'switch',
      id: 'hasTariffs',
      read: hasTariffs,
      write: (before, on) => {
        const { tariffs: _tariffs, ...rest } = before;
        return on ? { ...before, tariffs: DEFAULT_TARIFFS } : rest;
      },
    },
    numberAt('electricityPrice', { path: ['tariffs', 'electricityPerKWh'], when: hasTariffs, ...price }),
    {
      ...numberAt<Site>('peakPrice', {
        path: ['tariffs', 'peak', 'perKWh'],
        when: hasTariffs,
        optional: true,
        ...price,
      }),
      write: (before: Site, value: number | null) => {
        const { peak, ...tariffs } = before.tariffs!;
        if (value === null) return { ...before, tariffs };
        return {
          ...before,
          tariffs: {
            ...tariffs,
            peak: { perKWh: value, fromHour: peak?.fromHour ?? 8, untilHour: peak?.untilHour ?? 20 },
          },
        };
      },
    },
    numberAt('waterPrice', {
      path: ['tariffs', 'waterPerM3'],
      when: hasTariffs,
      unit: '/m³',
      step: 0.1,
      min: 0,
      max: 10_000,
      decimals: 2,
    }),
  ];
}
