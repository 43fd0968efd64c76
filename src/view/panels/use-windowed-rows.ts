import { type RefObject, useEffect, useState } from 'react';

/** Height of a row of the tree, px. */
export const TREE_ROW_HEIGHT = 24;
/** Rows drawn beyond the edges of what is visible. */
const MARGIN_ROWS = 8;

/** The range of rows worth having in the page, for a scrolling list of equal rows. */
export function useWindowedRows(list: RefObject<HTMLElement | null>, count: number) {
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  const first = Math.max(0, Math.floor(view.top / TREE_ROW_HEIGHT) - MARGIN_ROWS);
  const last = Math.min(count, Math.ceil((view.top + view.height) / TREE_ROW_HEIGHT) + MARGIN_ROWS);
  const onScroll = () => {
    const element = list.current;
    if (element !== null) setView({ top: element.scrollTop, height: element.clientHeight });
  };
  return { first, last, onScroll };
}
