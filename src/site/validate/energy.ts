import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText, powerText } from '../quantity-text';
import type { Site } from '../schema/site';
import { itPowerW, liquidHeatW } from './it-load';
import { error, type Rule, warning } from './rule';

/** Outdoor conditions, plant and electrical chain agree with what they serve. */
export const checkEnergy: Rule = (site) => [
  ...outdoorIssues(site),
  ...plantIssues(site),
  ...liquidIssues(site),
  ...upsIssues(site),
];

function outdoorIssues({ outdoor }: Site): Issue[] {
  if (outdoor?.wetBulbCelsius === undefined || outdoor.wetBulbCelsius <= outdoor.dryBulbCelsius) return [];
  return [
    error(
      'wet-bulb-above-dry-bulb',
      'outdoor.wetBulbCelsius',
      phrase`The wet bulb (${celsiusText(outdoor.wetBulbCelsius)}) is above the dry bulb (${celsiusText(outdoor.dryBulbCelsius)}), which air cannot have.`,
      'Lower the wet bulb to the dry bulb or below.',
    ),
  ];
}

function plantIssues(site: Site): Issue[] {
  const issues: Issue[] = [];
  site.coolingUnits.forEach((unit, index) => {
    const path = `coolingUnits[${index}]`;
    if (unit.medium === 'dx' && site.outdoor === undefined && site.weather === undefined) {
      issues.push(
        warning(
          'dx-without-outdoor',
          `${path}.medium`,
          phrase`${labelOf(unit)} has its own compressor, but the outdoor temperature is not known: its power is unknown.`,
          'Give outdoor conditions.',
        ),
      );
    }
    if (unit.medium === 'dx' && unit.ratedCop === undefined) {
      issues.push(
        warning(
          'dx-without-rating',
          `${path}.ratedCop`,
          phrase`${labelOf(unit)} has its own compressor, but its efficiency is not known: its power is unknown.`,
          'Give its ratedCop from the data sheet.',
        ),
      );
    }
    const { control } = unit;
    if (unit.medium === 'chilled-water' && site.plant?.kind === 'moore-cop' && control.mode === 'supply') {
      const supply = control.setpointCelsius;
      if (supply < 10 || supply > 30) {
        issues.push(
          warning(
            'plant-out-of-range',
            `${path}.control.setpointCelsius`,
            phrase`${labelOf(unit)} supplies ${celsiusText(supply)}; the efficiency curve of the plant holds from 10 to 30 °C.`,
            'Move the setpoint into that range, or give the plant a constant-cop.',
          ),
        );
      }
    }
  });
  return issues;
}

function liquidIssues(site: Site): Issue[] {
  if (site.liquidLoop !== undefined || site.plant === undefined || site.plant.kind === 'constant-cop') return [];
  const heat = liquidHeatW(site);
  if (heat.fullW === 0) return [];
  return [
    warning(
      'liquid-without-loop',
      'liquidLoop',
      phrase`Up to ${powerText(heat.fullW)} leave the racks by liquid, but what cools the liquid is not known: the power of the facility is unknown.`,
      'Give a liquidLoop with its cop.',
    ),
  ];
}

function upsIssues(site: Site): Issue[] {
  const ups = site.electrical?.ups;
  if (ups === undefined) return [];
  const load = itPowerW(site);
  const usableW = ups.ratedW * ((ups.modules ?? 1) - (ups.redundancy === 'N+1' ? 1 : 0));
  if (load.fullW <= Math.max(usableW, 0)) return [];
  return [
    warning(
      'ups-below-load',
      'electrical.ups.ratedW',
      phrase`The UPS is rated ${powerText(usableW)}; the racks draw up to ${powerText(load.fullW)}.`,
      'Raise its rating, or lower the load.',
    ),
  ];
}
