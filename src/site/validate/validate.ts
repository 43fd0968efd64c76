import { cappedIssues, type Issue } from '../issue';
import type { Site } from '../schema/site';
import { checkAirBalance } from './air-balance';
import { checkBlockages } from './blockages';
import { checkBreathing } from './breathing';
import { checkCells } from './cells';
import { checkContainments } from './containments';
import { checkCoolingControl } from './cooling-control';
import { checkCoolingPlant } from './cooling-plant';
import { checkCoolingUnits } from './cooling-units';
import { checkEnergy } from './energy';
import { checkIds } from './ids';
import { checkInsideRoom } from './inside-room';
import { checkOverlaps } from './overlaps';
import { checkPanels } from './panels';
import { checkPowerChain } from './power-chain';
import { checkRackContents } from './rack-contents';
import type { Rule } from './rule';
import { checkSensors } from './sensors';
import { checkWorkload } from './workload';

const rules: readonly Rule[] = [
  checkIds,
  checkInsideRoom,
  checkSpace,
  checkRackContents,
  checkPanels,
  checkBlockages,
  checkContainments,
  checkAirBalance,
  checkCoolingUnits,
  checkSensors,
  checkWorkload,
  checkEnergy,
  checkPowerChain,
  checkCoolingPlant,
  checkCoolingControl,
  checkCells,
];

/** Solids that share space first: until they are pulled apart it means nothing to ask what stands before their faces. */
function checkSpace(site: Site): Issue[] {
  const overlaps = checkOverlaps(site);
  return overlaps.length > 0 ? overlaps : checkBreathing(site);
}

/**
 * Everything that does not fit together in a site whose fields are each in range, errors first. Empty: the site can
 * be run. The list is cut at 200, with a last entry that says how many more there are.
 */
export function validateSite(site: Site): Issue[] {
  return cappedIssues(rules.flatMap((rule) => rule(site)));
}
