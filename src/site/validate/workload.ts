import { serverTypeIn } from '../catalogue/catalogue';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { plain } from '../quantity-text';
import type { Workload } from '../schema/energy';
import type { Site } from '../schema/site';
import { error, type Rule, warning } from './rule';

/** The workload has servers to run on, and its shape makes sense. */
export const checkWorkload: Rule = (site) => {
  if (site.workload === undefined) return [];
  return [...demandIssues(site.workload), ...serverIssues(site)];
};

function serverIssues(site: Site): Issue[] {
  const types = new Set<string>();
  for (const rack of site.racks) {
    for (const content of rack.contents) {
      if (content.kind === 'servers' && content.pinnedUtilisation === undefined) types.add(content.type);
    }
  }
  if (types.size === 0) {
    return [
      warning(
        'workload-without-servers',
        'workload',
        'There is a workload, but no server that takes it: no rack holds catalogue servers without a pinned utilisation.',
        'Put servers of the catalogue into a rack, or delete the workload.',
      ),
    ];
  }
  const known = [...types]
    .map((id) => serverTypeIn(site, id))
    .filter((type) => type !== undefined)
    .filter(({ work }) => work.unit !== 'none');
  const units = new Set(known.map(({ work }) => work.unit));
  if (units.size > 1) {
    return [
      warning(
        'mixed-work-units',
        'workload',
        phrase`The servers do work of different kinds (${[...units].join(', ')}), which do not add up: the energy-efficiency ratio of the site is unknown.`,
        'Use servers of one kind to see it.',
      ),
    ];
  }
  const unrated = known.filter(({ work }) => work.peakPerSecond === null);
  if (unrated.length === 0) return [];
  return [
    warning(
      'work-not-rated',
      'workload',
      phrase`The peak throughput of ${unrated.map(({ name }) => name).join(', ')} is not known: the energy-efficiency ratio of the site is unknown.`,
      'Use servers with a published throughput to see it.',
    ),
  ];
}

function demandIssues({ demand }: Workload): Issue[] {
  const path = 'workload.demand';
  if (demand.kind === 'diurnal') {
    const low = demand.mean - demand.amplitude;
    const high = demand.mean + demand.amplitude;
    if (low >= 0 && high <= 1) return [];
    return [
      warning(
        'demand-clipped',
        `${path}.amplitude`,
        phrase`Demand would run from ${plain(low)} to ${plain(high)} of the peak; it is cut to 0 and 1.`,
        'Lower the amplitude.',
      ),
    ];
  }
  if (demand.kind !== 'stepped') return [];
  const issues: Issue[] = [];
  demand.steps.forEach(({ atSeconds }, index) => {
    const before = demand.steps[index - 1]?.atSeconds;
    if (before === undefined || atSeconds > before) return;
    issues.push(
      error(
        'steps-out-of-order',
        `${path}.steps[${index}].atSeconds`,
        phrase`Step ${index + 1} begins at ${plain(atSeconds)} s, not after the one before it at ${plain(before)} s.`,
        'List the steps in order of time.',
      ),
    );
  });
  const last = demand.steps.at(-1)!.atSeconds;
  if (demand.repeatSeconds !== undefined && demand.repeatSeconds <= last) {
    issues.push(
      warning(
        'steps-cut-short',
        `${path}.repeatSeconds`,
        phrase`The steps repeat after ${plain(demand.repeatSeconds)} s, before the last one begins at ${plain(last)} s.`,
        'Raise repeatSeconds or drop the late steps.',
      ),
    );
  }
  return issues;
}
