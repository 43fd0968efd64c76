import type { Issue } from '../site/issue';
import { sealedUnderfloor } from './airflow/plenum/sealed';
import { balanceIssues, namedFlows } from './grid/balance';
import type { Engine } from './state';

/** What of the equipment's flows, once `prepare` has set them, has nowhere to go, or nowhere to come from. */
export function flowIssues(engine: Engine, prepare: (engine: Engine) => void): Issue[] {
  const { underfloor } = engine.room.plenums;
  const sealed = underfloor === null ? [] : sealedUnderfloor(engine.site, underfloor);
  if (sealed.length > 0) return sealed;
  prepare(engine);
  const { label: region, count } = engine.room.kernels.regions;
  const anchored = new Uint8Array(count + 1);
  for (const free of engine.room.grid.freeFaces) anchored[region[free.cell]!] = 1;
  return balanceIssues(region, anchored, namedFlows(engine.site, engine.room.grid, engine.flows));
}
