import type { FlowGraph, FlowLink, FlowNode, FlowNodeId } from './flows';

export interface PlacedNode extends FlowNode {
  x: number;
  y: number;
  height: number;
  /** Middle of its label, kept apart from the labels above it in its column. */
  labelY: number;
}

export interface PlacedLink extends FlowLink {
  /** Where it leaves and where it arrives, and how thick it is. */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  width: number;
}

interface LayoutSize {
  width: number;
  height: number;
  nodeWidth: number;
  /** Space between nodes of a column, and least distance of labels. */
  gap: number;
  labelGap: number;
  /** Room for the labels of the last column. */
  labelWidth: number;
}

/** Heights of nodes and links are in proportion to their values, by one scale for the whole picture. */
export function layOutFlows(
  graph: FlowGraph,
  size: LayoutSize,
): { nodes: PlacedNode[]; links: PlacedLink[]; height: number } {
  if (!(graph.total > 0)) return { nodes: [], links: [], height: 0 };
  const last = Math.max(...graph.nodes.map(({ column }) => column));
  const byColumn = Array.from({ length: last + 1 }, (_, column) =>
    graph.nodes.filter((node) => node.column === column),
  );
  const most = Math.max(...byColumn.map((nodes) => nodes.length));
  const scale = (size.height - size.gap * (most - 1)) / graph.total;
  const step = last > 0 ? (size.width - size.labelWidth - size.nodeWidth) / last : 0;
  const placed = new Map<FlowNodeId, PlacedNode>();
  for (const nodes of byColumn) placeColumn(nodes, graph.links, placed, scale, step, size);
  const nodes = [...placed.values()];
  const lowest = nodes.map(({ y, height, labelY }) => Math.max(y + height, labelY + size.labelGap / 2));
  return { nodes, links: placeLinks(graph.links, placed, scale, size.nodeWidth), height: Math.max(...lowest) };
}

/** Nodes of a column in the order in which their flows leave the column before, from the top. */
function placeColumn(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  placed: Map<FlowNodeId, PlacedNode>,
  scale: number,
  step: number,
  size: LayoutSize,
): void {
  const parentY = (id: FlowNodeId) => {
    const parent = links.find(({ to }) => to === id)?.from;
    return parent === undefined ? 0 : (placed.get(parent)?.y ?? 0);
  };
  const place = (id: FlowNodeId) => links.findIndex(({ to }) => to === id);
  const ordered = [...nodes].sort((a, b) => parentY(a.id) - parentY(b.id) || place(b.id) - place(a.id));
  let y = 0;
  let labelFrom = -size.labelGap / 2;
  for (const node of ordered) {
    const height = Math.max(1, node.value * scale);
    const labelY = Math.max(y + height / 2, labelFrom + size.labelGap);
    placed.set(node.id, { ...node, x: node.column * step, y, height, labelY });
    labelFrom = labelY;
    y += height + size.gap;
  }
}

function placeLinks(
  links: readonly FlowLink[],
  placed: ReadonlyMap<FlowNodeId, PlacedNode>,
  scale: number,
  nodeWidth: number,
): PlacedLink[] {
  const leaves = new Map<FlowNodeId, number>();
  const arrives = new Map<FlowNodeId, number>();
  const take = (taken: Map<FlowNodeId, number>, node: PlacedNode, width: number) => {
    const from = taken.get(node.id) ?? node.y;
    taken.set(node.id, from + width);
    return from + width / 2;
  };
  // What goes to the top of the next column leaves at the top.
  const ordered = [...links].sort((a, b) => placed.get(a.to)!.y - placed.get(b.to)!.y);
  return ordered.map((link) => {
    const from = placed.get(link.from)!;
    const to = placed.get(link.to)!;
    const width = link.value * scale;
    return {
      ...link,
      width: Math.max(0.75, width),
      x0: from.x + nodeWidth,
      y0: take(leaves, from, width),
      x1: to.x,
      y1: take(arrives, to, width),
    };
  });
}
