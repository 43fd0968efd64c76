import { AIR_HEAT_CAPACITY } from '../../units/air';
import { type ChillerSet, chillerSet, chillerSetNames } from '../chillers/chiller-set';
import { closestWord } from '../closest-word';
import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText, powerText } from '../quantity-text';
import type { ChilledWaterPlant, Rejection } from '../schema/plant';
import type { Site } from '../schema/site';
import { decodeHourly } from '../weather/hourly-code';
import { airHeatW } from './it-load';
import { error, type Rule, warning } from './rule';

/** Highest effectiveness that a coil's rating point is believed to have. */
const HIGHEST_COIL_EFFECTIVENESS = 0.98;

/** Chillers, heat rejection, economisers, coils, doors and weather agree with each other and with the heat. */
export const checkCoolingPlant: Rule = (site) => [
  ...plantIssues(site),
  ...unitIssues(site),
  ...liquidIssues(site),
  ...doorIssues(site),
  ...weatherIssues(site),
];

const knowsAir = (site: Site): boolean => site.weather !== undefined || site.outdoor !== undefined;
const knowsWetBulb = (site: Site): boolean => site.weather !== undefined || site.outdoor?.wetBulbCelsius !== undefined;

function plantIssues(site: Site): Issue[] {
  const { plant } = site;
  if (plant?.kind !== 'chilled-water') return [];
  const set = chillerSet(plant.chillers.set);
  if (set === undefined) {
    const near = closestWord(plant.chillers.set, chillerSetNames());
    return [
      error(
        'unknown-chiller',
        'plant.chillers.set',
        phrase`There is no chiller curve set named ${plant.chillers.set}.`,
        near === null
          ? 'Choose one of the sets of the list.'
          : phrase`Choose one of the sets of the list; the nearest name is ${near}.`,
      ),
    ];
  }
  return [
    ...rangeIssues(plant, set),
    ...capacityIssues(site, plant, set),
    ...(set.airCooled ? [] : rejectionIssues(plant.condenser.rejection, 'plant.condenser.rejection')),
    ...plantWeatherIssues(site, plant, set),
  ];
}

function rangeIssues(plant: ChilledWaterPlant, set: ChillerSet): Issue[] {
  const { low, high } = set.evaporatorCelsius;
  const supply = plant.supplyCelsius;
  if (supply >= low && supply <= high) return [];
  return [
    warning(
      'chiller-out-of-range',
      'plant.supplyCelsius',
      phrase`The chillers are to give water of ${celsiusText(supply)}; their curves were fitted from ${celsiusText(low)} to ${celsiusText(high)}.`,
      supply > high
        ? 'Their efficiency is then scaled as that of an ideal machine, an assumption; free cooling is not concerned.'
        : 'Raise the supply, or choose a set that goes as low.',
    ),
  ];
}

function capacityIssues(site: Site, plant: ChilledWaterPlant, set: ChillerSet): Issue[] {
  const all = (plant.chillers.capacityW ?? set.referenceCapacityW) * plant.chillers.count;
  const load = airHeatW(site).fullW;
  const onWater = site.coolingUnits.some(({ medium, running }) => medium === 'chilled-water' && running);
  if (!onWater || all >= load) return [];
  return [
    warning(
      'chillers-below-load',
      'plant.chillers',
      phrase`The chillers can carry ${powerText(all)}; the racks give the air up to ${powerText(load)}.`,
      'Add machines or capacity.',
    ),
  ];
}

function rejectionIssues(rejection: Rejection, path: string): Issue[] {
  if (rejection.kind === 'tower') return [];
  const { designAirCelsius: air, designEnteringCelsius: hot, designLeavingCelsius: cold } = rejection;
  if (hot > cold && cold > air) return [];
  return [
    error(
      'dry-cooler-design',
      `${path}.designLeavingCelsius`,
      phrase`A dry cooler takes water from ${celsiusText(hot)} to ${celsiusText(cold)} in air of ${celsiusText(air)}, which cannot be.`,
      'The water must leave colder than it enters and warmer than the air.',
    ),
  ];
}

function plantWeatherIssues(site: Site, plant: ChilledWaterPlant, set: ChillerSet): Issue[] {
  const issues: Issue[] = [];
  const tower = !set.airCooled && plant.condenser.rejection.kind === 'tower';
  if (!knowsAir(site) || (tower && !knowsWetBulb(site))) {
    issues.push(
      warning(
        'plant-without-weather',
        'plant',
        tower
          ? 'The plant has cooling towers, but the outdoor wet bulb is not known: the power of cooling is unknown.'
          : 'The plant gives its heat to the outdoor air, whose temperature is not known: the power of cooling is unknown.',
        'Give weather, or fixed outdoor conditions with a wet bulb.',
      ),
    );
  }
  if (set.airCooled && plant.economiser !== undefined) {
    issues.push(
      warning(
        'economiser-without-water',
        'plant.economiser',
        'The chillers are cooled by air: there is no condenser water for the economiser, which does nothing.',
        'Choose a water-cooled set, or take the economiser away.',
      ),
    );
  }
  return issues;
}

function unitIssues(site: Site): Issue[] {
  const issues: Issue[] = [];
  const waterCelsius = site.plant?.kind === 'chilled-water' ? site.plant.supplyCelsius : null;
  site.coolingUnits.forEach((unit, index) => {
    const path = `coolingUnits[${index}]`;
    const { coil, control } = unit;
    if (unit.medium === 'chilled-water' && coil !== undefined) {
      const smaller = Math.min(
        unit.fan.ratedAirflowM3s * AIR_HEAT_CAPACITY,
        coil.ratedHeatW / coil.ratedWaterRiseKelvin,
      );
      const mostW = smaller * (coil.ratedAirCelsius - coil.ratedWaterCelsius);
      if (coil.ratedHeatW > HIGHEST_COIL_EFFECTIVENESS * mostW) {
        issues.push(
          error(
            'coil-rating',
            `${path}.coil.ratedHeatW`,
            phrase`The coil of ${labelOf(unit)} is rated ${powerText(coil.ratedHeatW)}, but its air and water can exchange at most ${powerText(Math.max(0, mostW))} at that point.`,
            'Correct the rating point: heat, temperatures, rise of the water, or airflow.',
          ),
        );
      }
    }
    if (
      unit.medium === 'chilled-water' &&
      waterCelsius !== null &&
      unit.running &&
      control.mode === 'supply' &&
      control.setpointCelsius <= waterCelsius
    ) {
      issues.push(
        warning(
          'water-above-supply',
          `${path}.control.setpointCelsius`,
          phrase`${labelOf(unit)} is to supply ${celsiusText(control.setpointCelsius)} from chilled water of ${celsiusText(waterCelsius)}, which is no colder.`,
          'Raise its setpoint, or lower the supply temperature of the plant.',
        ),
      );
    }
    if (unit.economiser !== undefined && !knowsWetBulb(site)) {
      issues.push(
        warning(
          'economiser-without-weather',
          `${path}.economiser`,
          phrase`${labelOf(unit)} has an economiser, but outdoor dry and wet bulb are not known: it stays shut.`,
          'Give weather, or fixed outdoor conditions with a wet bulb.',
        ),
      );
    }
  });
  return issues;
}

function liquidIssues(site: Site): Issue[] {
  const { liquidLoop, plant } = site;
  if (liquidLoop === undefined) return [];
  if (liquidLoop.cop === undefined && liquidLoop.facility === undefined) {
    return [
      error(
        'liquid-loop-empty',
        'liquidLoop',
        'The liquid loop has neither a cop nor a facility loop.',
        'Give one of the two.',
      ),
    ];
  }
  const rejection = liquidLoop.facility?.rejection;
  if (rejection === undefined) return [];
  const path = 'liquidLoop.facility.rejection';
  if (rejection.kind === 'chilled-water') {
    if (plant?.kind === 'chilled-water') return [];
    return [
      error(
        'liquid-without-plant',
        path,
        'The liquid loop gives its heat to chilled water, but the site has no chilled-water plant.',
        'Give a plant of kind chilled-water, or a dry cooler or tower to the loop.',
      ),
    ];
  }
  const issues = rejectionIssues(rejection, path);
  if (rejection.kind === 'tower' ? !knowsWetBulb(site) : !knowsAir(site)) {
    issues.push(
      warning(
        'liquid-without-weather',
        path,
        'The liquid loop gives its heat to the outdoor air, which is not known: its power is unknown.',
        'Give weather, or fixed outdoor conditions with a wet bulb.',
      ),
    );
  }
  return issues;
}

function doorIssues(site: Site): Issue[] {
  const { plant } = site;
  if (plant?.kind === 'chilled-water' || plant?.kind === 'constant-cop') return [];
  const index = site.racks.findIndex(({ rearDoor }) => rearDoor !== undefined);
  if (index < 0) return [];
  return [
    warning(
      'door-without-plant',
      `racks[${index}].rearDoor`,
      phrase`${labelOf(site.racks[index]!)} has a rear-door heat exchanger, but what cools its water is not known: the power of cooling is unknown.`,
      'Give a plant of kind chilled-water or constant-cop.',
    ),
  ];
}

function weatherIssues({ weather, gridCarbon }: Site): Issue[] {
  const wrong = (text: string, hours: number) => decodeHourly(text, 1).length !== hours;
  const issues: Issue[] = [];
  const check = (path: string, text: string, hours: number) => {
    if (!wrong(text, hours)) return;
    issues.push(
      error('hourly-length', path, phrase`The series does not hold ${hours} hours.`, 'Import the file again.'),
    );
  };
  if (weather?.kind === 'hourly') {
    check('weather.dryBulb', weather.dryBulb, weather.hours);
    check('weather.dewPoint', weather.dewPoint, weather.hours);
    check('weather.pressure', weather.pressure, weather.hours);
  }
  if (gridCarbon?.kind === 'hourly') check('gridCarbon.intensity', gridCarbon.intensity, gridCarbon.hours);
  return issues;
}
