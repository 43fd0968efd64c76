import { advance, createEngine, runSteady } from '../engine/engine';
import { createReducedRoom, settleReducedRoom } from '../engine/reduced/reduced-room';
import { observeRackInlets } from '../engine/servers/observe';
import type { CheckedHours, RoomCheck } from '../frame/levers';
import type { Site } from '../site/schema/site';
import { createDemandQueue } from './demand-queue';
import { stepRoom } from './run-period';
import type { ReadyRow } from './run-row';

/** When the hours begin that are repeated in the room of cells: noon of a day in high summer. */
const START_DAY = 200;
const START_HOUR = 12;
const SEED = 1;

interface Sums {
  facilityJ: number;
  itJ: number;
  coolingJ: number;
  worst: number;
  inletSum: number;
  looks: number;
}

const emptySums = (): Sums => ({ facilityJ: 0, itJ: 0, coolingJ: 0, worst: -Infinity, inletSum: 0, looks: 0 });

function look(sums: Sums, rackInletCelsius: Float64Array): void {
  let sum = 0;
  let count = 0;
  for (const celsius of rackInletCelsius) {
    if (Number.isNaN(celsius)) continue;
    sums.worst = Math.max(sums.worst, celsius);
    sum += celsius;
    count++;
  }
  sums.inletSum += sum / count;
  sums.looks++;
}

const hoursOf = ({ facilityJ, itJ, coolingJ, worst, inletSum, looks }: Sums): CheckedHours => ({
  facilityKwh: facilityJ / 3.6e6,
  itKwh: itJ / 3.6e6,
  coolingKwh: coolingJ / 3.6e6,
  worstInletCelsius: worst,
  meanInletCelsius: inletSum / looks,
});

function atStart(site: Site): Site {
  return {
    ...site,
    startDay: START_DAY,
    ...(site.workload && { workload: { ...site.workload, startHour: START_HOUR } }),
  };
}

/**
 * The same hours of weather and work in the room of cells and in its reduced model, both at rest with the first moment:
 * the room tick by tick, inlets looked at once a step of the model. Inlets are those of racks, mean by flow.
 */
export function checkInRoom(row: ReadyRow, hours: number, stepSeconds: number, cellSize: number): RoomCheck {
  const site = atStart(row.site);
  return {
    rowId: row.plan.id,
    startDay: START_DAY,
    hours,
    room: inRoom(site, hours, stepSeconds, cellSize),
    model: inModel(site, row, hours, stepSeconds),
  };
}

function inRoom(site: Site, hours: number, stepSeconds: number, cellSize: number): CheckedHours {
  const engine = createEngine(site, { seed: SEED, backend: 'wasm', cellSize });
  runSteady(engine);
  const sums = emptySums();
  for (let second = 1; second <= hours * 3600; second++) {
    advance(engine);
    sums.facilityJ += engine.measures.facilityW;
    sums.itJ += engine.measures.itW;
    sums.coolingJ += engine.measures.coolingW;
    if (second % stepSeconds !== 0) continue;
    observeRackInlets(engine.servers, engine.chassisInletCelsius, engine.observation);
    look(sums, engine.observation.rackInletCelsius);
  }
  return hoursOf(sums);
}

function inModel(site: Site, { model }: ReadyRow, hours: number, stepSeconds: number): CheckedHours {
  const room = createReducedRoom(site, model, SEED);
  settleReducedRoom(room);
  room.dispatching = false;
  const queue = createDemandQueue(room, site.workload!, stepSeconds, SEED);
  const sums = emptySums();
  for (let step = 0; step < (hours * 3600) / stepSeconds; step++) {
    stepRoom(room, queue);
    sums.facilityJ += room.power.facilityW * stepSeconds;
    sums.itJ += room.power.itW * stepSeconds;
    sums.coolingJ += room.power.coolingW * stepSeconds;
    observeRackInlets(room.servers, room.chassisInletCelsius, room.observation);
    look(sums, room.observation.rackInletCelsius);
  }
  return hoursOf(sums);
}
