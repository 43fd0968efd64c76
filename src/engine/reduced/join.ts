import { countsOf, type ReducedModel } from './model';

/**
 * One model from those of several states of the same room, made alike. A unit that falls behind the others moves the
 * joined model towards the state in which it is out, doors towards the breach.
 */
export function joinModels(models: readonly ReducedModel[]): ReducedModel {
  const first = models[0]!;
  for (const other of models) if (!alike(first, other)) throw new Error('These reduced models were not made alike.');
  const { ends, openings } = countsOf(first);
  const starts = [0];
  for (const model of models) starts.push(starts.at(-1)! + countsOf(model).nodes);
  const nodes = starts.at(-1)!;
  const { rowStart, giver, place } = unitedPaths(models, ends);
  const flowM3s = new Float32Array(nodes * giver.length);
  const filter = new Float32Array(nodes * giver.length);
  models.forEach((model, m) => {
    const { paths, nodes: own } = countsOf(model);
    for (let n = 0; n < own; n++) {
      const into = (starts[m]! + n) * giver.length;
      for (let p = 0; p < paths; p++) {
        flowM3s[into + place[m]![p]!] = model.flowM3s[n * paths + p]!;
        filter[into + place[m]![p]!] = model.filter[n * paths + p]!;
      }
    }
  });
  const all = (width: number, of: (model: ReducedModel) => Float64Array) => {
    const result = new Float64Array(nodes * width);
    models.forEach((model, m) => {
      result.set(of(model), starts[m]! * width);
    });
    return result;
  };
  return {
    ...first,
    states: models.flatMap(({ states }) => states),
    balanceStart: Int32Array.from(starts, (start) => start / first.levelHeatW.length),
    balanceLevels: Float64Array.from(models.flatMap(({ balanceLevels }) => [...balanceLevels])),
    rowStart,
    giver,
    flowM3s,
    filter,
    surfaceShare: all(ends, (model) => model.surfaceShare),
    nodeGroupM3s: all(1, (model) => model.nodeGroupM3s),
    openingTakenM3s: all(openings, (model) => model.openingTakenM3s),
    openingGivenM3s: all(openings, (model) => model.openingGivenM3s),
  };
}

function alike(a: ReducedModel, b: ReducedModel): boolean {
  const sameLevels = a.loads.join() === b.loads.join() && a.inletsCelsius.join() === b.inletsCelsius.join();
  return a.siteDigest === b.siteDigest && a.detail === b.detail && sameLevels && b.states.length === 1;
}

interface UnitedPaths {
  rowStart: Int32Array;
  giver: Int32Array;
  /** Model by model, path by path: its place among all. */
  place: Int32Array[];
}

function unitedPaths(models: readonly ReducedModel[], ends: number): UnitedPaths {
  const rowStart = new Int32Array(ends + 1);
  const giver: number[] = [];
  const place = models.map((model) => new Int32Array(model.giver.length));
  const column = new Int32Array(ends);
  for (let taker = 0; taker < ends; taker++) {
    column.fill(-1);
    models.forEach((model, m) => {
      for (let p = model.rowStart[taker]!; p < model.rowStart[taker + 1]!; p++) {
        const from = model.giver[p]!;
        if (column[from]! < 0) column[from] = giver.push(from) - 1;
        place[m]![p] = column[from]!;
      }
    });
    rowStart[taker + 1] = giver.length;
  }
  return { rowStart, giver: Int32Array.from(giver), place };
}
