import type { PowerReadings } from '../../frame/power';

/** Places that power passes, from the sources to where it ends; names of texts too. */
export type FlowNodeId =
  | 'utility'
  | 'generator'
  | 'battery'
  | 'known'
  | 'main'
  | 'ups'
  | 'pdu'
  | 'racks'
  | 'it'
  | 'computing'
  | 'serverFans'
  | 'psuLoss'
  | 'cooling'
  | 'unitFans'
  | 'chillers'
  | 'compressors'
  | 'pumps'
  | 'towers'
  | 'liquid'
  | 'coolingRest'
  | 'losses'
  | 'transformerLoss'
  | 'switchgearLoss'
  | 'upsLoss'
  | 'pduLoss'
  | 'rackPduLoss'
  | 'batteryCharge'
  | 'other';

/** What a node stands for; its shade follows from it. */
export type FlowKind = 'source' | 'path' | 'it' | 'fans' | 'cooling' | 'loss' | 'other';

export interface FlowNode {
  id: FlowNodeId;
  kind: FlowKind;
  column: number;
  value: number;
}

export interface FlowLink {
  from: FlowNodeId;
  to: FlowNodeId;
  value: number;
}

export interface FlowGraph {
  nodes: FlowNode[];
  links: FlowLink[];
  /** All that comes in, W or J: the sum of what leaves. */
  total: number;
  /** Big parts that are not known and therefore not drawn. */
  unknown: ('supply' | 'cooling')[];
}

const KINDS: Record<FlowNodeId, FlowKind> = {
  utility: 'source',
  generator: 'source',
  battery: 'source',
  known: 'source',
  main: 'path',
  ups: 'path',
  pdu: 'path',
  racks: 'path',
  it: 'it',
  computing: 'it',
  serverFans: 'fans',
  psuLoss: 'loss',
  cooling: 'cooling',
  unitFans: 'fans',
  chillers: 'cooling',
  compressors: 'cooling',
  pumps: 'cooling',
  towers: 'cooling',
  liquid: 'cooling',
  coolingRest: 'cooling',
  losses: 'loss',
  transformerLoss: 'loss',
  switchgearLoss: 'loss',
  upsLoss: 'loss',
  pduLoss: 'loss',
  rackPduLoss: 'loss',
  batteryCharge: 'other',
  other: 'other',
};

const known = (value: number): number => (Number.isFinite(value) ? value : 0);

/** What is smaller than this share of the whole is rounding, and is not drawn. */
const ROUNDING = 1e-9;

/**
 * The way of the power from its sources to where it ends, W; or of the energy, J. Each node passes on what it takes in,
 * and the sources give the sum of the ends. `short` leaves out the stages of the chain: for narrow screens.
 */
export function buildFlows(readings: PowerReadings, detail: 'chain' | 'short'): FlowGraph {
  const r = readings;
  const supplied = Number.isFinite(r.utilityW);
  const itLosses = [
    ['rackPduLoss', known(r.rackPduLossW)],
    ['pduLoss', known(r.pduLossW)],
    ['upsLoss', known(r.upsLossW)],
  ] as const;
  const mainLosses = [
    ['switchgearLoss', known(r.switchgearLossW)],
    ['transformerLoss', known(r.transformerLossW)],
  ] as const;
  const itW = known(r.itW);
  const coolingW = known(r.coolingW);
  const chargeW = known(r.batteryChargeW);
  const otherW = known(r.otherW);
  const racksW = itW + itLosses[0][1];
  const pduW = racksW + itLosses[1][1];
  const upsW = pduW + itLosses[2][1] + chargeW;
  const mainW = upsW + coolingW + otherW + mainLosses[0][1] + mainLosses[1][1];
  const links: FlowLink[] = [];
  const link = (from: FlowNodeId, to: FlowNodeId, value: number) => {
    if (value > ROUNDING * mainW) links.push({ from, to, value });
  };
  const sources: readonly (readonly [FlowNodeId, number])[] = supplied
    ? [
        ['utility', r.utilityW],
        ['generator', known(r.generatorW)],
        ['battery', known(r.batteryW)],
      ]
    : [['known', mainW]];
  const columns = detail === 'chain' ? chainLinks() : shortLinks();

  function chainLinks(): Partial<Record<FlowNodeId, number>> {
    for (const [id, value] of sources) link(id, 'main', value);
    for (const [id, value] of mainLosses) link('main', id, value);
    link('main', 'cooling', coolingW);
    link('main', 'other', otherW);
    link('main', 'ups', upsW);
    link('ups', 'batteryCharge', chargeW);
    link('ups', 'upsLoss', itLosses[2][1]);
    link('ups', 'pdu', pduW);
    link('pdu', 'pduLoss', itLosses[1][1]);
    link('pdu', 'racks', racksW);
    link('racks', 'rackPduLoss', itLosses[0][1]);
    link('racks', 'it', itW);
    return { main: 1, ups: 2, cooling: 2, pdu: 3, racks: 4, it: 5 };
  }

  function shortLinks(): Partial<Record<FlowNodeId, number>> {
    const lossW = [...itLosses, ...mainLosses].reduce((sum, [, value]) => sum + value, 0);
    // Every source feeds every use in proportion: there is one mostly.
    for (const [id, value] of sources) {
      const share = mainW > 0 ? value / mainW : 0;
      link(id, 'other', otherW * share);
      link(id, 'batteryCharge', chargeW * share);
      link(id, 'losses', lossW * share);
      link(id, 'cooling', coolingW * share);
      link(id, 'it', itW * share);
    }
    for (const [id, value] of [...itLosses, ...mainLosses]) link('losses', id, value);
    return { it: 1, cooling: 1, losses: 1 };
  }

  // The last link of a node ends at the top.
  link('it', 'serverFans', known(r.serverFansW));
  link('it', 'psuLoss', known(r.psuLossW));
  link('it', 'computing', known(r.computingW));
  link('cooling', 'coolingRest', known(r.coolingRestW));
  link('cooling', 'liquid', known(r.liquidW));
  link('cooling', 'towers', known(r.towersW));
  link('cooling', 'pumps', known(r.pumpsW));
  link('cooling', 'unitFans', known(r.unitFansW));
  link('cooling', 'compressors', known(r.compressorsW));
  link('cooling', 'chillers', known(r.chillersW));
  const unknown: FlowGraph['unknown'] = [];
  if (Number.isNaN(r.coolingW)) unknown.push('cooling');
  if (Number.isNaN(r.pduLossW)) unknown.push('supply');
  return { nodes: nodesOf(links, columns), links, total: mainW, unknown };
}

function nodesOf(links: readonly FlowLink[], columns: Partial<Record<FlowNodeId, number>>): FlowNode[] {
  const nodes = new Map<FlowNodeId, FlowNode>();
  const add = (id: FlowNodeId, column: number) => {
    if (!nodes.has(id)) nodes.set(id, { id, kind: KINDS[id], column, value: 0 });
    return nodes.get(id)!;
  };
  for (const { from, to, value } of links) {
    const source = add(from, columns[from] ?? 0);
    // An end stands in the column after the place it leaves.
    const target = add(to, columns[to] ?? source.column + 1);
    target.value += value;
    if (source.kind === 'source') source.value += value;
  }
  return [...nodes.values()];
}
