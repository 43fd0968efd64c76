import type { Engine } from '../../../src/engine/engine';
import type { Port } from '../../../src/engine/grid/ports';
import { AIR_HEAT_CAPACITY } from '../../../src/units/air';

/** Flows through a face below this are rounding, m³/s. */
const NO_FLOW_M3S = 1e-12;

/** What a patch of the case stands for. */
export type PatchKind = 'chassis-inlet' | 'chassis-outlet' | 'supply' | 'return';

/** Faces where equipment meets the air, in the order in which the mesh lists them. */
export interface FoamPatch {
  readonly name: string;
  readonly kind: PatchKind;
  readonly axis: 0 | 1 | 2;
  /** +1 where the positive axis points into the air. */
  readonly inward: 1 | -1;
  readonly faces: readonly number[];
  readonly cells: readonly number[];
  readonly faceAreas: readonly number[];
  /** Flow into the room through each face, m³/s. */
  readonly flowM3s: readonly number[];
  /** Temperature of the air that enters through each face of a supply, °C. */
  readonly celsius: readonly number[];
  /** Of a chassis outlet: the patch that draws its air, and how much warmer the air leaves, K. */
  readonly from: string | null;
  readonly riseKelvin: number;
}

/** A port with the air that passes each of its faces; ports may overlap. */
interface Stream {
  readonly name: string;
  readonly port: Port;
  readonly kind: PatchKind;
  readonly flowM3s: readonly number[];
  readonly celsius: (face: number) => number;
  readonly from: string | null;
  readonly riseKelvin: number;
}

/**
 * The patches of a settled engine. Flows, supply temperatures and the rise through each chassis are those of this
 * moment and stay fixed, so that both programs solve the same problem. A face that two streams share (a tile in a
 * leaking floor) goes to the first, with the flows of both.
 */
export function enginePatches(engine: Engine): FoamPatch[] {
  const owner = new Map<string, { patch: MutablePatch; at: number }>();
  const patches: MutablePatch[] = [];
  for (const stream of [...chassisStreams(engine), ...fixedStreams(engine)]) {
    const { port, name, kind, from, riseKelvin } = stream;
    const { axis, inward } = port;
    const empty = { faces: [], cells: [], faceAreas: [], flowM3s: [], celsius: [] };
    const patch: MutablePatch = { name, kind, axis, inward, from, riseKelvin, ...empty };
    stream.flowM3s.forEach((flow, f) => {
      if (Math.abs(flow) < NO_FLOW_M3S) return;
      const key = `${axis}/${port.faces[f]}`;
      const known = owner.get(key);
      if (known !== undefined) {
        merge(known.patch, known.at, stream, flow, f);
        return;
      }
      owner.set(key, { patch, at: patch.faces.length });
      patch.faces.push(port.faces[f]!);
      patch.cells.push(port.cells[f]!);
      patch.faceAreas.push(port.faceAreas[f]!);
      patch.flowM3s.push(flow);
      patch.celsius.push(kind === 'supply' ? stream.celsius(f) : 0);
    });
    if (patch.faces.length > 0) patches.push(patch);
  }
  return patches;
}

type MutablePatch = {
  -readonly [key in keyof FoamPatch]: FoamPatch[key] extends readonly (infer T)[] ? T[] : FoamPatch[key];
};

function merge(patch: MutablePatch, at: number, stream: Stream, flow: number, f: number): void {
  if (patch.kind.startsWith('chassis') || stream.kind.startsWith('chassis')) {
    throw new Error(`${patch.name} and ${stream.name} share a face of the grid: use a finer cell size.`);
  }
  const before = patch.flowM3s[at]!;
  const entering = Math.max(before, 0) + Math.max(flow, 0);
  if (entering > 0) {
    const heat = Math.max(before, 0) * patch.celsius[at]! + (flow > 0 ? flow * stream.celsius(f) : 0);
    patch.celsius[at] = heat / entering;
  }
  patch.flowM3s[at] = before + flow;
}

const spread = (port: Port, flow: number): number[] => Array.from(port.shares, (share) => flow * share);

function chassisStreams({ room, flows, servers }: Engine): Stream[] {
  const { chassisInlets, chassisOutlets } = room.grid;
  return chassisInlets.flatMap((inlet, n): Stream[] => {
    const flow = flows.chassis[n]!;
    if (flow === 0) return [];
    const outlet = chassisOutlets[n]!;
    const name = `chassis${n}`;
    const none = { celsius: () => 0, from: null, riseKelvin: 0 };
    const riseKelvin = servers.airHeatW[n]! / (AIR_HEAT_CAPACITY * flow);
    return [
      { name: `${name}_inlet`, kind: 'chassis-inlet', port: inlet, flowM3s: spread(inlet, -flow), ...none },
      {
        name: `${name}_outlet`,
        kind: 'chassis-outlet',
        port: outlet,
        flowM3s: spread(outlet, flow),
        celsius: () => 0,
        from: `${name}_inlet`,
        riseKelvin,
      },
    ];
  });
}

function fixedStreams({ room, flows, inflows }: Engine): Stream[] {
  const { grid } = room;
  const streams: Stream[] = [];
  const add = (name: string, port: Port | null, flowM3s: readonly number[], celsius: (face: number) => number) => {
    if (port === null) return;
    const part = (kind: 'supply' | 'return', suffix: string, flow: readonly number[]) => {
      if (flow.every((q) => q === 0)) return;
      streams.push({ name: `${name}${suffix}`, kind, port, flowM3s: flow, celsius, from: null, riseKelvin: 0 });
    };
    const entering = flowM3s.map((q) => Math.max(q, 0));
    const leaving = flowM3s.map((q) => Math.min(q, 0));
    const both = entering.some((q) => q > 0) && leaving.some((q) => q < 0);
    part('supply', both ? '_in' : '', entering);
    part('return', both ? '_out' : '', leaving);
  };
  const addWhole = (name: string, port: Port | null, flow: number, celsius: number) => {
    if (port !== null) add(name, port, spread(port, flow), () => celsius);
  };
  grid.unitSupplies.forEach((port, n) => {
    addWhole(`unit${n}_supply`, port, flows.units[n]!, inflows.unitsCelsius[n]!);
  });
  grid.unitReturns.forEach((port, n) => {
    addWhole(`unit${n}_return`, port, -flows.units[n]!, 0);
  });
  grid.tiles.forEach((port, n) => {
    addWhole(`tile${n}`, port, flows.tiles[n]!, inflows.tilesCelsius[n]!);
  });
  grid.grilles.forEach((port, n) => {
    addWhole(`grille${n}`, port, -flows.grilles[n]!, 0);
  });
  grid.pinnedOpenings.forEach((port, n) => {
    addWhole(`opening${n}`, port, flows.openings[n]!, inflows.openingsCelsius[n]!);
  });
  add('floor_leak', grid.floor, Array.from(flows.floorFaces), (face) => inflows.floorFacesCelsius[face]!);
  return streams;
}
