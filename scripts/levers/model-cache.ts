import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReducedModel, RoomState } from '../../src/engine/reduced/model';
import { stateName } from '../../src/engine/reduced/room-states';
import { siteDigest } from '../../src/engine/reduced/site-digest';
import { belongsTo, ReducedFormatError, readReduced, writeReduced } from '../../src/engine/reduced/store';
import { finished, MODEL_TURBULENCE, makeModel } from '../../src/levers/make-model';
import type { Site } from '../../src/site/schema/site';

/** Reduced models kept in a folder by the digest of their room: making one takes a minute or more. */
export function cachedModel(
  folder: string,
  site: Site,
  states: readonly RoomState[],
  say: (text: string) => void,
): ReducedModel {
  const names = states
    .map(stateName)
    .join('+')
    .replaceAll(/[^A-Za-z0-9+-]/g, '_');
  const file = join(folder, `${siteDigest(site)}-${MODEL_TURBULENCE}-${names}.json`);
  if (existsSync(file)) {
    try {
      const model = readReduced(readFileSync(file, 'utf8'));
      if (belongsTo(model, site)) return model;
    } catch (error) {
      if (!(error instanceof ReducedFormatError)) throw error;
      say(`${file}: ${error.message}`);
    }
  }
  const begun = performance.now();
  const model = finished(makeModel(site, states));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, writeReduced(model));
  say(
    `reduced model of ${site.name} (${states.map(stateName).join(', ')}) made in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
  );
  return model;
}
