import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { sizeText } from './cell-size';

/** Sets the site's cell size as one step of the history; null: automatic. */
export function useSetCellSize(): (cellSize: number | null) => void {
  const { t } = useTranslation('gridStudy');
  return useCallback(
    (cellSize: number | null) => {
      const label = cellSize === null ? t('edit.automatic') : t('edit.size', { size: sizeText(cellSize) });
      useDocument.getState().apply(label, (draft) => {
        if (cellSize === null) delete draft.cellSize;
        else draft.cellSize = cellSize;
      });
    },
    [t],
  );
}
