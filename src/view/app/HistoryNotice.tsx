import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import classes from './stage.module.css';

/** How long it stays, ms. */
const SHOWN_MS = 4000;

/** What undo or redo has just changed: on a page over the room nothing else would show it. */
export function HistoryNotice() {
  const { t } = useTranslation();
  const revision = useDocument((state) => state.revision);
  const { kind, label } = useDocument((state) => state.lastChange);
  const [gone, setGone] = useState(revision);
  const isTold = kind === 'undo' || kind === 'redo';
  useEffect(() => {
    if (!isTold) return undefined;
    const timer = setTimeout(() => setGone(revision), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isTold, revision]);
  const shown = isTold && gone !== revision;
  return (
    <div className={classes.history} role="status" data-testid="history-notice" hidden={!shown}>
      {shown && t(kind === 'undo' ? 'history.undone' : 'history.redone', { edit: label })}
    </div>
  );
}
