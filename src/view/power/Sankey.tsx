import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../../store/theme';
import { chartColours } from '../charts/chart-colours';
import { joinShown, type Shown } from '../numbers/format';
import { buildFlows, type FlowGraph, type FlowKind } from './flows';
import classes from './power.module.css';
import { layOutFlows, type PlacedLink, type PlacedNode } from './sankey-layout';

/** Below this width the stages of the chain have no room, px. */
const CHAIN_WIDTH = 720;
const NODE_WIDTH = 9;

interface SankeyProps {
  readings: Parameters<typeof buildFlows>[0];
  format(value: number): Shown;
}

/** A flow as a ribbon that keeps its thickness. */
function ribbon({ x0, y0, x1, y1, width }: PlacedLink): string {
  const middle = (x0 + x1) / 2;
  const half = width / 2;
  return (
    `M${x0} ${y0 - half}C${middle} ${y0 - half} ${middle} ${y1 - half} ${x1} ${y1 - half}` +
    `L${x1} ${y1 + half}C${middle} ${y1 + half} ${middle} ${y0 + half} ${x0} ${y0 + half}Z`
  );
}

function useShades(): Record<FlowKind, string> {
  const colours = chartColours(useTheme());
  return {
    source: colours.ink,
    path: colours.it,
    it: colours.it,
    fans: colours.serverFans,
    cooling: colours.cooling,
    loss: colours.losses,
    other: colours.other,
  };
}

/** Where power or energy comes from and goes, in proportion. */
export function Sankey({ readings, format }: SankeyProps) {
  const { t } = useTranslation('power');
  const { ref, width } = useElementSize();
  const hatch = useId();
  const shades = useShades();
  const chain = width >= CHAIN_WIDTH;
  const graph = buildFlows(readings, chain ? 'chain' : 'short');
  const placed = layOutFlows(graph, {
    width,
    height: chain ? 330 : 380,
    nodeWidth: NODE_WIDTH,
    gap: chain ? 16 : 20,
    labelGap: 30,
    labelWidth: chain ? 118 : 112,
  });
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  const fill = (kind: FlowKind) => (kind === 'loss' ? `url(#${hatch})` : shades[kind]);
  const label = t('flows.picture', { total: joinShown(format(graph.total)) });
  return (
    <div ref={ref} className={classes.sankey} data-testid="sankey" data-total={graph.total}>
      {width > 0 && placed.height > 0 && (
        <svg width={width} height={placed.height + 8} role="img" aria-label={label}>
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" fill={shades.loss} />
              <line x1="0" y1="0" x2="0" y2="5" stroke={shades.fans} strokeWidth="1.6" />
            </pattern>
          </defs>
          <g transform="translate(0 4)">
            {placed.links.map((link) => (
              <path
                key={`${link.from} ${link.to}`}
                d={ribbon(link)}
                fill={fill(kinds.get(link.to)!)}
                className={classes.ribbon}
              >
                <title>{`${t(`node.${link.from}`)} → ${t(`node.${link.to}`)}: ${joinShown(format(link.value))}`}</title>
              </path>
            ))}
            {placed.nodes.map((node) => (
              <g key={node.id}>
                <rect x={node.x} y={node.y} width={NODE_WIDTH} height={node.height} fill={fill(node.kind)} />
                <NodeLabel node={node} graph={graph} format={format} />
              </g>
            ))}
          </g>
        </svg>
      )}
    </div>
  );
}

function NodeLabel({ node, graph, format }: { node: PlacedNode; graph: FlowGraph; format(value: number): Shown }) {
  const { t } = useTranslation('power');
  const percent = (100 * node.value) / graph.total;
  const share = percent >= 9.95 ? Math.round(percent) : percent.toFixed(1);
  return (
    <text className={classes.nodeLabel} x={node.x + NODE_WIDTH + 5} y={node.labelY}>
      <tspan x={node.x + NODE_WIDTH + 5} dy="-0.2em">
        {t(`node.${node.id}`)}
      </tspan>
      <tspan x={node.x + NODE_WIDTH + 5} dy="1.15em" className={classes.nodeValue}>
        {joinShown(format(node.value))}
        <tspan className={classes.nodeShare}>{` · ${share} %`}</tspan>
      </tspan>
    </text>
  );
}
