import {
  IconAirConditioning,
  IconBarrierBlock,
  IconBoxPadding,
  IconDoor,
  IconFence,
  IconGridPattern,
  IconPropeller,
  IconServer2,
  IconTemperature,
  IconWindow,
} from '@tabler/icons-react';
import type { Made } from '../../site/edits/duplicate';
import {
  addCeilingGrille,
  addContainment,
  addCoolingUnit,
  addObstacle,
  addOpening,
  addRack,
  addSensor,
  addTile,
} from '../../site/edits/templates';
import type { PlanPosition } from '../../site/schema/geometry';
import type { Site } from '../../site/schema/site';

export interface PaletteItem {
  id: string;
  Icon: typeof IconServer2;
  build(site: Site, at: PlanPosition): Made;
  /** Where it makes no sense, the text that says what is missing. */
  missing?(site: Site): string | null;
}

const needsFloor = (site: Site) => (site.raisedFloor === undefined ? 'raisedFloor' : null);
const needsCeiling = (site: Site) => (site.ceilingPlenum === undefined ? 'ceilingPlenum' : null);

/** Everything that can be put into a room. */
export const PALETTE: readonly PaletteItem[] = [
  { id: 'rack', Icon: IconServer2, build: addRack },
  { id: 'crah', Icon: IconAirConditioning, build: (site, at) => addCoolingUnit(site, 'crah', at) },
  { id: 'crac', Icon: IconAirConditioning, build: (site, at) => addCoolingUnit(site, 'crac', at) },
  { id: 'in-row', Icon: IconPropeller, build: (site, at) => addCoolingUnit(site, 'in-row', at) },
  { id: 'overhead', Icon: IconPropeller, build: (site, at) => addCoolingUnit(site, 'overhead', at) },
  { id: 'wall', Icon: IconAirConditioning, build: (site, at) => addCoolingUnit(site, 'wall', at) },
  { id: 'tile', Icon: IconGridPattern, build: addTile, missing: needsFloor },
  { id: 'ceilingGrille', Icon: IconWindow, build: addCeilingGrille, missing: needsCeiling },
  { id: 'hot-aisle', Icon: IconFence, build: (site, at) => addContainment(site, 'hot-aisle', at) },
  { id: 'cold-aisle', Icon: IconBoxPadding, build: (site, at) => addContainment(site, 'cold-aisle', at) },
  { id: 'sensor', Icon: IconTemperature, build: addSensor },
  { id: 'obstacle', Icon: IconBarrierBlock, build: addObstacle },
  { id: 'opening', Icon: IconDoor, build: addOpening },
];
