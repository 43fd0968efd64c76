import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../frame/layout';
import type { EntityRef } from '../../site/entity';
import { includesRef, sameRef, useSelection } from '../../store/selection';
import { formatAirflow, formatCelsius } from '../numbers/format';
import { entityValue } from '../numbers/frame-index';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './panels.module.css';
import type { TreeRow } from './tree-rows';
import { TREE_ROW_HEIGHT } from './use-windowed-rows';

interface TreeItemProps {
  row: TreeRow;
  /** Its place among all rows of the tree. */
  index: number;
  active: boolean;
}

/** The one number that tells most about an entity. */
const liveReaders: Partial<
  Record<EntityRef['kind'], { read(frame: Frame, id: string): number; format: typeof formatCelsius }>
> = {
  rack: {
    read: (frame, id) => entityValue(frame.layout.rackIds, frame.blocks.rackInletMaxCelsius, id),
    format: formatCelsius,
  },
  coolingUnit: {
    read: (frame, id) => entityValue(frame.layout.unitIds, frame.blocks.unitSupplyCelsius, id),
    format: formatCelsius,
  },
  sensor: {
    read: (frame, id) => entityValue(frame.layout.sensorIds, frame.blocks.sensorCelsius, id),
    format: formatCelsius,
  },
  tile: {
    read: (frame, id) => entityValue(frame.layout.tileIds, frame.blocks.tileAirflowM3s, id),
    format: formatAirflow,
  },
};

function EntityRow({ row, index, active }: TreeItemProps & { row: TreeRow & { type: 'entity' } }) {
  const selected = useSelection((state) => includesRef(state.selected, row.ref));
  const hovered = useSelection((state) => sameRef(state.hovered, row.ref));
  const hover = useSelection((state) => state.hover);
  const live = liveReaders[row.ref.kind];
  return (
    <div
      id={`tree-${row.key}`}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={selected}
      className={classes.treeItem}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      data-active={active || undefined}
      data-testid={`tree-${row.ref.kind}-${row.ref.id}`}
      tabIndex={-1}
      data-row={index}
      style={{ top: index * TREE_ROW_HEIGHT, paddingLeft: 8 + row.depth * 14 }}
      onPointerEnter={() => hover(row.ref)}
      onPointerLeave={() => hover(null)}
    >
      <span className={classes.treeLabel}>{row.label}</span>
      {live !== undefined && (
        <LiveNumber className={classes.treeValue} read={(frame) => live.read(frame, row.ref.id)} format={live.format} />
      )}
    </div>
  );
}

function GroupRow({ row, index, active }: TreeItemProps & { row: TreeRow & { type: 'group' } }) {
  const { t } = useTranslation('panels');
  return (
    <div
      id={`tree-${row.key}`}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-expanded={row.open}
      aria-selected={false}
      className={classes.treeItem}
      data-group
      data-active={active || undefined}
      tabIndex={-1}
      data-row={index}
      style={{ top: index * TREE_ROW_HEIGHT, paddingLeft: 4 + row.depth * 14 }}
    >
      <IconChevronRight size={13} className={classes.chevron} data-open={row.open || undefined} data-fold />
      <span className={classes.treeLabel}>
        {row.row === null
          ? t(`kinds.${row.kind}`)
          : 'letter' in row.row
            ? t('tree.row', row.row)
            : t('tree.range', row.row)}
      </span>
      <span className={classes.treeCount}>{row.count}</span>
    </div>
  );
}

/** One row of the object tree. */
export const TreeItem = memo(function TreeItem(props: TreeItemProps) {
  const { row } = props;
  return row.type === 'group' ? <GroupRow {...props} row={row} /> : <EntityRow {...props} row={row} />;
});
