import { emptyReadings, type PowerReadings } from '../../frame/power';
import type { Site } from '../../site/schema/site';
import type { Servers } from '../servers/servers';
import { type BackupState, carryOverBackup, createBackup } from './backup';
import { type Breakers, carryOverBreakers, createBreakers } from './breakers';
import { type CappingState, createCapping } from './capping';
import { type ChainLoads, createChainLoads } from './chain';
import { type PowerModel, readPowerModel } from './model';
import { createOutages, type Outages } from './outages';

/** The electrical chain of a run. */
export interface PowerState {
  readonly structure: PowerModel;
  readonly loads: ChainLoads;
  /** Power at the sockets of each rack, W. */
  readonly rackW: Float64Array;
  readonly backup: BackupState;
  readonly breakers: Breakers;
  /** What carries nothing now: by a failure, or because its breaker is open. */
  readonly outages: Outages;
  anyOut: boolean;
  readonly capping: CappingState;
  /** Where the power goes now, W. */
  readonly watts: PowerReadings;
  /** The same since the start of the run, J. */
  readonly joules: PowerReadings;
  lossesW: number;
  /** Lighting and the like that is fed now, W. */
  otherW: number;
  /** All that is consumed: IT, cooling, losses, other. What a battery stores is not in it. */
  facilityW: number;
}

export function createPower(site: Pick<Site, 'racks' | 'electrical' | 'serverTypes'>, servers: Servers): PowerState {
  const structure = readPowerModel(site);
  return {
    structure,
    loads: createChainLoads(structure),
    rackW: new Float64Array(structure.rackIds.length),
    backup: createBackup(structure.electrical),
    breakers: createBreakers(structure),
    outages: createOutages(structure),
    anyOut: false,
    capping: createCapping(structure, servers),
    watts: emptyReadings(),
    joules: emptyReadings(0),
    lossesW: Number.NaN,
    otherW: Number.NaN,
    facilityW: Number.NaN,
  };
}

/** What has been counted, stored and started goes on in an edited site. */
export function carryOverPower(from: PowerState, to: PowerState): void {
  Object.assign(to.joules, from.joules);
  Object.assign(to.backup, carryOverBackup(from.backup, to.structure.electrical));
  carryOverBreakers(from, to);
  to.anyOut = from.anyOut;
}
