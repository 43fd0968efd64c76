import { describe, expect, it } from 'vitest';
import { emptyReadings, type PowerReadings } from '../../frame/power';
import { buildFlows, type FlowGraph, type FlowNodeId } from './flows';
import { layOutFlows } from './sankey-layout';

/** A facility of 100 kW of IT whose parts are known to the watt. */
const known: PowerReadings = {
  ...emptyReadings(0),
  itW: 100_000,
  psuLossW: 7000,
  serverFansW: 6000,
  computingW: 87_000,
  rackPduLossW: 500.25,
  pduLossW: 1800.5,
  upsLossW: 4100.125,
  switchgearLossW: 200,
  transformerLossW: 900,
  coolingW: 30_000,
  unitFansW: 6000,
  chillersW: 19_000,
  compressorsW: Number.NaN,
  pumpsW: 3000,
  towersW: 1500,
  liquidW: Number.NaN,
  coolingRestW: 500,
  otherW: 1500,
  batteryChargeW: 2500,
};
const facilityW = 100_000 + 30_000 + 1500 + 500.25 + 1800.5 + 4100.125 + 200 + 900;
const withSource = (change: Partial<PowerReadings>): PowerReadings => ({ ...known, ...change });

const leaving = (graph: FlowGraph, id: FlowNodeId) =>
  graph.links.filter(({ from }) => from === id).reduce((sum, { value }) => sum + value, 0);
const arriving = (graph: FlowGraph, id: FlowNodeId) =>
  graph.links.filter(({ to }) => to === id).reduce((sum, { value }) => sum + value, 0);

const cases = [
  ['grid', withSource({ utilityW: facilityW + 2500 })],
  ['generator', withSource({ utilityW: 0, generatorW: facilityW + 2500 })],
  ['battery', withSource({ utilityW: 0, batteryChargeW: 0, batteryW: facilityW })],
  [
    'a night of both, in joules',
    withSource({ utilityW: 0.7 * (facilityW + 2500), batteryW: 0.3 * (facilityW + 2500) }),
  ],
] as const;

describe.each(cases)('flows from %s', (_, readings) => {
  const total = readings.utilityW + readings.generatorW + readings.batteryW;
  it.each(['chain', 'short'] as const)('%s: the sources give exactly what is consumed, to 1e-9', (detail) => {
    const graph = buildFlows(readings, detail);
    const given = graph.nodes.filter(({ kind }) => kind === 'source').reduce((sum, { value }) => sum + value, 0);
    expect(Math.abs(given - total)).toBeLessThan(1e-9 * total);
    const ends = graph.nodes.filter(({ id }) => leaving(graph, id) === 0);
    const taken = ends.reduce((sum, { value }) => sum + value, 0);
    expect(Math.abs(taken - total)).toBeLessThan(1e-9 * total);
    expect(Math.abs(graph.total - total)).toBeLessThan(1e-9 * total);
  });

  it.each(['chain', 'short'] as const)('%s: every node passes on what it takes in, to 1e-9', (detail) => {
    const graph = buildFlows(readings, detail);
    const through = graph.nodes.filter(({ id }) => leaving(graph, id) > 0 && arriving(graph, id) > 0);
    expect(through.length).toBeGreaterThanOrEqual(3);
    for (const { id } of through) {
      expect(Math.abs(leaving(graph, id) - arriving(graph, id)), id).toBeLessThan(1e-9 * total);
    }
  });
});

it('without a description of the supply what is known is drawn, and the rest is named', () => {
  const graph = buildFlows(
    { ...emptyReadings(), itW: 50_000, computingW: 46_000, serverFansW: 4000, coolingW: Number.NaN },
    'chain',
  );
  expect(graph.unknown).toEqual(['cooling', 'supply']);
  expect(graph.total).toBe(50_000);
  expect(graph.nodes.map(({ id }) => id)).not.toContain('cooling');
});

describe('layout', () => {
  const size = { width: 1000, height: 400, nodeWidth: 10, gap: 14, labelGap: 28, labelWidth: 120 };
  const { nodes, links, height } = layOutFlows(buildFlows(cases[0][1], 'chain'), size);

  it('draws all heights by one scale: cooling is 30 % of what IT is', () => {
    const at = (id: FlowNodeId) => nodes.find((node) => node.id === id)!;
    expect(at('cooling').height / at('it').height).toBeCloseTo(0.3, 9);
  });

  it('keeps nodes of a column apart, their labels too, and nothing leaves the picture', () => {
    for (const a of nodes) {
      expect(a.x + size.nodeWidth).toBeLessThanOrEqual(size.width - size.labelWidth + 1e-9);
      for (const b of nodes) {
        if (a === b || a.column !== b.column || a.y > b.y) continue;
        expect(b.y).toBeGreaterThanOrEqual(a.y + a.height + size.gap - 1e-9);
        expect(b.labelY - a.labelY).toBeGreaterThanOrEqual(size.labelGap - 1e-9);
      }
    }
    expect(height).toBeGreaterThan(200);
    expect(links.every(({ x1, x0 }) => x1 > x0)).toBe(true);
  });
});
