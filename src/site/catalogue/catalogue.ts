import { gpuNode8xH100 } from './gpu-node-8xh100';
import { gpuRackNvl72 } from './gpu-rack-nvl72';
import { hpMl110G5 } from './hp-ml110-g5';
import { ibmX3550M3 } from './ibm-x3550-m3';
import { ocpPod2 } from './ocp-pod2';
import type { ServerType } from './server-type';

/** Every server type that a site may name, in the order in which a list should show them. */
export const SERVER_TYPES: readonly ServerType[] = [ibmX3550M3, hpMl110G5, ocpPod2, gpuNode8xH100, gpuRackNvl72];

const byId = new Map(SERVER_TYPES.map((type) => [type.id, type]));

/** The catalogue entry of this id; undefined when there is none. */
export function serverType(id: string): ServerType | undefined {
  return byId.get(id);
}
