import type { Site } from '../../site/schema/site';
import type { Engine } from '../state';

/**
 * Holds the demand for computing where it stands, so that what moves afterwards is the failure's doing. On return the
 * engine and its document have a constant demand; a site without workload is left alone.
 */
export function holdDemand(engine: Engine): void {
  engine.site = withConstantDemand(engine.site, engine.demandLevel);
  engine.failures.document = withConstantDemand(engine.failures.document, engine.demandLevel);
}

function withConstantDemand(site: Site, level: number): Site {
  if (site.workload === undefined) return site;
  return { ...site, workload: { ...site.workload, demand: { kind: 'constant', level } } };
}
