import type { EngineOptions } from '../../src/engine/engine';
import type { ReducedModel } from '../../src/engine/reduced/model';
import type { Site } from '../../src/site/schema/site';
import { compare } from '../../src/validation/reduced/compare';
import { stepDay } from '../../src/validation/reduced/day';
import { recordDay } from '../../src/validation/reduced/record';

const STEP_MINUTE = 30;
const MINUTES = 75;

/** Time from a step to 1 - 1/e of the way that the mean and the warmest rack inlet go, and that way, room and model. */
interface Response {
  readonly name: string;
  readonly room: readonly Course[];
  readonly model: readonly Course[];
}

interface Course {
  readonly riseKelvin: number;
  readonly seconds: number;
}

function courseOf(minutes: readonly number[], celsius: readonly number[]): Course {
  const at = minutes.indexOf(STEP_MINUTE);
  const before = celsius[at]!;
  const riseKelvin = celsius.at(-1)! - before;
  const aim = before + (1 - Math.exp(-1)) * riseKelvin;
  let n = at;
  while (n < celsius.length - 1 && (celsius[n]! - aim) * Math.sign(riseKelvin) < 0) n++;
  const part = (aim - celsius[n - 1]!) / (celsius[n]! - celsius[n - 1]!);
  return { riseKelvin, seconds: 60 * (minutes[n - 1]! + part - STEP_MINUTE) };
}

function respond(
  name: string,
  site: Site,
  options: EngineOptions,
  model: ReducedModel,
  day: Parameters<typeof recordDay>[2],
): Response {
  const { series } = compare(
    model,
    recordDay(site, options, day, 10, () => 0),
    () => 0,
  );
  const of = (mean: readonly number[], max: readonly number[]) => [
    courseOf(series.minutes, mean),
    courseOf(series.minutes, max),
  ];
  return {
    name,
    room: of(series.roomMean, series.roomMax),
    model: of(series.modelMean, series.modelMax),
  };
}

/** A table of how room and model answer a step of load and one of supply. */
export function dynamicsTable(site: Site, options: EngineOptions, model: ReducedModel): string {
  const responses = [
    respond('load 0.4 to 0.9', site, options, model, stepDay(MINUTES, 'load', 0.4, 0.9)),
    respond('supply 20 to 24 °C', site, options, model, stepDay(MINUTES, 'supply', 20, 24)),
  ];
  const cell = ({ riseKelvin, seconds }: Course) => `${riseKelvin.toFixed(2)} K, ${seconds.toFixed(0)} s`;
  const rows = responses.flatMap(({ name, room, model: reduced }) =>
    ['mean of racks', 'warmest rack'].map(
      (what, n) => `| ${name} | ${what} | ${cell(room[n]!)} | ${cell(reduced[n]!)} |`,
    ),
  );
  return `| step | inlet | room | model |\n| ---- | ----- | ---: | ----: |\n${rows.join('\n')}`;
}
