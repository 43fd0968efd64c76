import { frontierNode } from './frontier-node';
import { gpuNode8xH100 } from './gpu-node-8xh100';
import { gpuNodes } from './gpu-nodes';
import { gpuRackGb200 } from './gpu-rack-gb200';
import { gpuRackNvl72 } from './gpu-rack-nvl72';
import { hpMl110G5 } from './hp-ml110-g5';
import { ibmX3550M3 } from './ibm-x3550-m3';
import { ocpPod2 } from './ocp-pod2';
import type { ServerType } from './server-type';
import { specpowerMachines } from './specpower';
import { storageAndNetwork } from './storage-and-network';

/** Every server type of the catalogue, in the order in which a list should show them. */
export const SERVER_TYPES: readonly ServerType[] = [
  ibmX3550M3,
  hpMl110G5,
  ocpPod2,
  gpuNode8xH100,
  gpuRackNvl72,
  ...specpowerMachines,
  ...gpuNodes,
  gpuRackGb200,
  frontierNode,
  ...storageAndNetwork,
];

const byId = new Map(SERVER_TYPES.map((type) => [type.id, type]));

/** The catalogue entry of this id; undefined when there is none. */
export function serverType(id: string): ServerType | undefined {
  return byId.get(id);
}

/** Where a site may carry types of its own. */
export interface OwnTypes {
  readonly serverTypes?: readonly ServerType[] | undefined;
}

/** The type that a site means by this id: its own comes before the catalogue's. */
export function serverTypeIn(site: OwnTypes, id: string): ServerType | undefined {
  return site.serverTypes?.find((type) => type.id === id) ?? byId.get(id);
}

/** All types that a site may name: its own, then the catalogue's that these do not replace. */
export function serverTypesOf(site: OwnTypes): readonly ServerType[] {
  const own = site.serverTypes ?? [];
  if (own.length === 0) return SERVER_TYPES;
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...SERVER_TYPES.filter(({ id }) => !ids.has(id))];
}
