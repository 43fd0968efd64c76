import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { useViewOptions } from '../../store/view-options';
import classes from './panels.module.css';
import { TreeItem } from './TreeItem';
import { type TreeRow, treeRows } from './tree-rows';
import { TREE_ROW_HEIGHT, useWindowedRows } from './use-windowed-rows';

/** Kinds with many members start folded. */
const INITIALLY_SHUT = new Set(['tile', 'ceilingGrille', 'sensor', 'obstacle']);

/** Everything in the room as a tree; only the rows in view are in the page. */
export function ObjectTree() {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  const [shut, setShut] = useState<ReadonlySet<string>>(INITIALLY_SHUT);
  const [search, setSearch] = useState('');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rows = useMemo(() => treeRows(site, shut, search), [site, shut, search]);
  const list = useRef<HTMLDivElement>(null);
  const { first, last, onScroll } = useWindowedRows(list, rows.length);
  const activeIndex = rows.findIndex((row) => row.key === activeKey);

  const toggle = (row: TreeRow, open?: boolean) => {
    if (row.type !== 'group') return;
    const next = new Set(shut);
    if (open ?? !row.open) next.delete(row.key);
    else next.add(row.key);
    setShut(next);
  };

  const choose = (row: TreeRow, extend: boolean) => {
    setActiveKey(row.key);
    useSelection.getState().select(row.type === 'group' ? row.refs : [row.ref], extend ? 'toggle' : 'replace');
  };

  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined || list.current === null) return;
    setActiveKey(row.key);
    const top = rows.indexOf(row) * TREE_ROW_HEIGHT;
    const { scrollTop, clientHeight } = list.current;
    if (top < scrollTop) list.current.scrollTop = top;
    else if (top + TREE_ROW_HEIGHT > scrollTop + clientHeight)
      list.current.scrollTop = top + TREE_ROW_HEIGHT - clientHeight;
  };

  const keyAction = (event: KeyboardEvent): (() => void) | null => {
    const row = rows[activeIndex];
    switch (event.key) {
      case 'ArrowDown':
        return () => goTo(activeIndex + 1);
      case 'ArrowUp':
        return () => goTo(activeIndex - 1);
      case 'Home':
        return () => goTo(0);
      case 'End':
        return () => goTo(rows.length - 1);
      case 'ArrowRight':
        return row === undefined ? null : () => toggle(row, true);
      case 'ArrowLeft':
        return row === undefined ? null : () => toggle(row, false);
      case 'Enter':
      case ' ':
        return row === undefined ? null : () => choose(row, event.shiftKey);
      default:
        return null;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? null : keyAction(event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const row = rows[Number(target.closest('[data-row]')?.getAttribute('data-row') ?? Number.NaN)];
    if (row === undefined) return;
    const folds = target.closest('[data-fold]') !== null || (row.type === 'group' && row.row === null);
    if (folds) toggle(row);
    else choose(row, event.shiftKey || event.ctrlKey || event.metaKey);
  };

  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const found = rows.find((row) => row.type === 'entity');
    if (event.key === 'Enter' && found !== undefined) choose(found, event.shiftKey);
    else if (event.key === 'ArrowDown') list.current?.focus();
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.tree}>
      <div className={classes.treeHead}>
        <TextInput
          size="xs"
          leftSection={<IconSearch size={14} />}
          placeholder={t('tree.search')}
          aria-label={t('tree.search')}
          data-testid="tree-search"
          onKeyDown={onSearchKey}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {rows.length === 0 ? (
        <p className={classes.hint}>{search === '' ? t('tree.empty') : t('tree.nothingFound', { search })}</p>
      ) : (
        <div
          ref={list}
          className={classes.treeList}
          role="tree"
          aria-label={t('tree.title')}
          aria-multiselectable="true"
          aria-activedescendant={activeIndex >= first && activeIndex < last ? `tree-${activeKey}` : undefined}
          tabIndex={0}
          onScroll={onScroll}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={() => useViewOptions.getState().focusSelection()}
          data-testid="object-tree"
        >
          <div style={{ height: rows.length * TREE_ROW_HEIGHT, position: 'relative' }} role="presentation">
            {rows.slice(first, last).map((row, index) => (
              <TreeItem key={row.key} row={row} index={first + index} active={row.key === activeKey} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
