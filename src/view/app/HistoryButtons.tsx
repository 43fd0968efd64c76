import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { IconButton } from './IconButton';

/** Undo and redo, each naming the edit that it would take back or make again. */
export function HistoryButtons() {
  const { t } = useTranslation();
  const undoLabel = useDocument((state) => state.undoLabel);
  const redoLabel = useDocument((state) => state.redoLabel);
  const undo = useDocument((state) => state.undo);
  const redo = useDocument((state) => state.redo);
  return (
    <>
      <IconButton
        label={undoLabel === null ? t('history.nothingToUndo') : t('history.undo', { edit: undoLabel })}
        shortcut="Ctrl+Z"
        onClick={undo}
        disabled={undoLabel === null}
        testId="undo"
      >
        <IconArrowBackUp size={18} />
      </IconButton>
      <IconButton
        label={redoLabel === null ? t('history.nothingToRedo') : t('history.redo', { edit: redoLabel })}
        shortcut="Ctrl+Shift+Z"
        onClick={redo}
        disabled={redoLabel === null}
        testId="redo"
      >
        <IconArrowForwardUp size={18} />
      </IconButton>
    </>
  );
}
