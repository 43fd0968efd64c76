import { reportOf } from '../report';
import type { Engine } from '../state';

/** FNV-1a, 32 bits, one round for each byte; two of them from different starts make accidents unlikely. */
function hashBytes(hash: number, bytes: Uint8Array): number {
  let value = hash;
  for (let n = 0; n < bytes.length; n++) value = Math.imul(value ^ bytes[n]!, 0x01000193);
  return value;
}

/** A hash over everything that a frame shows and the fields behind it. */
export function fingerprint(engine: Engine): string {
  const arrays = [engine.temperature, engine.air.pressure, ...engine.air.velocity, engine.servers.massCelsius];
  const parts = arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  parts.push(new TextEncoder().encode(JSON.stringify(reportOf(engine))));
  return [0x811c9dc5, 0x3c6ef372].map((start) => (parts.reduce(hashBytes, start) >>> 0).toString(16)).join('-');
}
