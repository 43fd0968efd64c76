import { SITE_VERSION } from './schema/site';

type Document = Record<string, unknown>;

/** The step from each version to the next one. Each takes a document as it was written then, whatever is missing. */
const steps: Readonly<Record<number, (document: Document) => Document>> = { 0: fromVersion0 };

/**
 * The document in the form of the current version. `version` is that of the document; one without a step stays as
 * it is. The document given is not changed.
 */
export function migrate(document: Document, version: number): Document {
  let result = document;
  for (let from = version; from < SITE_VERSION; from++) {
    const step = steps[from];
    if (step === undefined) return result;
    result = { ...step(result), version: from + 1 };
  }
  return result;
}

/**
 * Version 0, the form before the first release, wrote places and sizes as lists and quarter turns as 0-3:
 * `room.size: [x, y, z]`, `position: [x, y]`, `size: [width, depth, height]`, `quarterTurns: 1`, `min`, `max`,
 * `centre` and sensor `position: [x, y, z]`.
 */
function fromVersion0(document: Document): Document {
  const result: Document = { ...document };
  if (isRecord(document.room)) result.room = roomFrom0(document.room);
  for (const list of [
    'racks',
    'coolingUnits',
    'tiles',
    'ceilingGrilles',
    'openings',
    'containments',
    'obstacles',
    'sensors',
  ]) {
    const entities = document[list];
    if (Array.isArray(entities))
      result[list] = entities.map((entity) => (isRecord(entity) ? entityFrom0(entity) : entity));
  }
  return result;
}

function roomFrom0({ size, ...room }: Document): Document {
  if (!isNumbers(size, 3)) return size === undefined ? room : { ...room, size };
  const [width, depth, height] = size;
  return { ...room, width, depth, height };
}

function entityFrom0(entity: Document): Document {
  const { quarterTurns, ...result } = entity;
  if (typeof quarterTurns === 'number') result.rotation = quarterTurns * 90;
  if (isNumbers(entity.size, 3)) {
    const [width, depth, height] = entity.size;
    result.size = { width, depth, height };
  }
  for (const key of ['position', 'min', 'max', 'centre']) {
    const place = entity[key];
    if (isNumbers(place, 2)) result[key] = { x: place[0], y: place[1] };
    else if (isNumbers(place, 3)) result[key] = { x: place[0], y: place[1], z: place[2] };
  }
  return result;
}

function isRecord(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumbers(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every((item) => typeof item === 'number');
}
