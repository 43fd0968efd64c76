import type { Site } from '../../site/schema/site';
import { POWER_MANAGEMENT, type StepSettings } from './kernel/arrays';
import type { ServerStructure } from './structure';

/** How the servers of a site are run; a site that says nothing is run as before there was a choice. */
export function stepSettings(site: Site, structure: ServerStructure): StepSettings {
  const operation = site.serverOperation;
  const policy = operation?.powerManagement ?? { mode: 'off' as const };
  return {
    fansByChip: operation?.fanControl === 'chip',
    zonedFans: operation?.fanZones === 'zoned',
    leakage: operation?.leakage === true,
    powerManagement: POWER_MANAGEMENT[policy.mode],
    sleepAfterSeconds: policy.mode === 'sleep' ? policy.afterSeconds : Number.POSITIVE_INFINITY,
    conservative: structure.governor === 'conservative',
  };
}
