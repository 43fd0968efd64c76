import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../frame/layout';
import type { EntityRef } from '../../site/entity';
import { includesRef, sameRef, useSelection } from '../../store/selection';
import { formatAirflow, formatCelsius } from '../numbers/format';
import { valueOf } from '../numbers/frame-index';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './panels.module.css';
import type { TreeRow } from './tree-rows';

interface TreeItemProps {
  row: TreeRow;
  top: number;
  active: boolean;
  onChoose(row: TreeRow, extend: boolean): void;
  onToggle(row: TreeRow): void;
}

/** The one number that tells most about an entity. */
const liveReaders: Partial<Record<EntityRef['kind'], { read(frame: Frame, id: string): number; format: typeof formatCelsius }>> = {
  rack: { read: (frame, id) => valueOf(frame.layout.rackIds, frame.blocks.rackInletMaxCelsius, id), format: formatCelsius },
  coolingUnit: { read: (frame, id) => valueOf(frame.layout.unitIds, frame.blocks.unitSupplyCelsius, id), format: formatCelsius },
  sensor: { read: (frame, id) => valueOf(frame.layout.sensorIds, frame.blocks.sensorCelsius, id), format: formatCelsius },
  tile: { read: (frame, id) => valueOf(frame.layout.tileIds, frame.blocks.tileAirflowM3s, id), format: formatAirflow },
};

function EntityRow({ row, top, active, onChoose }: TreeItemProps & { row: TreeRow & { type: 'entity' } }) {
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
      style={{ top, paddingLeft: 8 + row.depth * 14 }}
      onClick={(event) => onChoose(row, event.shiftKey || event.ctrlKey || event.metaKey)}
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

function GroupRow({ row, top, active, onChoose, onToggle }: TreeItemProps & { row: TreeRow & { type: 'group' } }) {
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
      style={{ top, paddingLeft: 4 + row.depth * 14 }}
      onClick={(event) => (row.rowName === null ? onToggle(row) : onChoose(row, event.shiftKey))}
    >
      <IconChevronRight
        size={13}
        className={classes.chevron}
        data-open={row.open || undefined}
        onClick={(event) => {
          event.stopPropagation();
          onToggle(row);
        }}
      />
      <span className={classes.treeLabel}>{row.rowName === null ? t(`kinds.${row.kind}`) : t('tree.row', { name: row.rowName })}</span>
      <span className={classes.treeCount}>{row.count}</span>
    </div>
  );
}

/** One row of the object tree. */
export const TreeItem = memo(function TreeItem(props: TreeItemProps) {
  const { row } = props;
  return row.type === 'group' ? <GroupRow {...props} row={row} /> : <EntityRow {...props} row={row} />;
});
