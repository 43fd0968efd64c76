import { createHash } from 'node:crypto';
import { reportOf } from '../report';
import type { Engine } from '../state';

/** SHA-256 over everything that a frame shows and the fields behind it. */
export function fingerprint(engine: Engine): string {
  const hash = createHash('sha256');
  for (const array of [engine.temperature, engine.air.pressure, ...engine.air.velocity, engine.servers.massCelsius]) {
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  hash.update(JSON.stringify(reportOf(engine)));
  return hash.digest('hex');
}
