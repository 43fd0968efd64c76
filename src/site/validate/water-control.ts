import { chillerSet } from '../chillers/chiller-set';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText, shareText } from '../quantity-text';
import type { ChilledWaterReset, CoolingControl } from '../schema/control';
import type { Site } from '../schema/site';
import { error, warning } from './rule';
import { rangeIssues } from './setpoint-range';

/** Reset of the chilled water and stages of the chillers. */
export function waterControlIssues(site: Site, { chilledWater, chillers }: CoolingControl): Issue[] {
  const issues = chilledWater === undefined ? [] : resetIssues(site, chilledWater, 'coolingControl.chilledWater');
  if (chillers !== undefined && chillers.stopShare >= chillers.startShare) {
    issues.push(
      error(
        'stages-hunt',
        'coolingControl.chillers.stopShare',
        phrase`A chiller stops below ${shareText(chillers.stopShare)}, another starts above ${shareText(chillers.startShare)}: they would take turns.`,
        'Stop below a lower share.',
      ),
    );
  }
  if ((chilledWater !== undefined || chillers !== undefined) && site.plant?.kind !== 'chilled-water') {
    issues.push(
      warning(
        'control-without-plant',
        chilledWater === undefined ? 'coolingControl.chillers' : 'coolingControl.chilledWater',
        'There is no plant of kind chilled-water whose water or chillers could be controlled.',
        'Describe the plant, or take this control away.',
      ),
    );
  }
  return issues;
}

function resetIssues(site: Site, reset: ChilledWaterReset, path: string): Issue[] {
  const issues = rangeIssues(reset, path);
  if (reset.releaseBelow >= reset.openAbove) {
    issues.push(
      error(
        'valves-hunt',
        `${path}.releaseBelow`,
        phrase`A valve stops asking below ${shareText(reset.releaseBelow)}, and asks above ${shareText(reset.openAbove)}: it would do so at every move.`,
        'Stop asking below a lower share.',
      ),
    );
  }
  if (site.plant?.kind !== 'chilled-water') return issues;
  if (!site.coolingUnits.some(({ medium, coil }) => medium === 'chilled-water' && coil !== undefined)) {
    issues.push(
      warning(
        'valves-unknown',
        path,
        'No cooling unit has a coil with a rating point, so no valve can ask for colder water: the setpoint stays at its start.',
        'Give the coils of the units.',
      ),
    );
  }
  const set = chillerSet(site.plant.chillers.set);
  if (set !== undefined && reset.maxCelsius > set.evaporatorCelsius.high) {
    issues.push(
      warning(
        'chiller-out-of-range',
        `${path}.maxCelsius`,
        phrase`The chilled water may rise to ${celsiusText(reset.maxCelsius)}; the curves of the chillers were fitted from ${celsiusText(set.evaporatorCelsius.low)} to ${celsiusText(set.evaporatorCelsius.high)}.`,
        'Their efficiency is then scaled as that of an ideal machine, an assumption; free cooling is not concerned.',
      ),
    );
  }
  return issues;
}
