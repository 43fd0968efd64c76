import { Button, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameLayout } from '../../frame/layout';
import { useDocument } from '../../store/document';
import { latestFrame, subscribeSlowFrames } from '../../store/frames';
import { cellsText, estimatedCells, MAX_CELL_METRES, MIN_CELL_METRES, sizeText } from './cell-size';
import classes from './grid-study.module.css';
import { useSetCellSize } from './use-set-cell-size';

/** The grid that the live run uses; null before its first frame. */
function useRunGrid(): FrameLayout | null {
  const [layout, setLayout] = useState(latestFrame()?.layout ?? null);
  useEffect(() => subscribeSlowFrames((frame) => setLayout(frame.layout)), []);
  return layout;
}

/** The cells that the room runs on now, and a size of one's own choice with what it would cost. */
export function CellSizeControl() {
  const { t } = useTranslation('gridStudy');
  const site = useDocument((state) => state.site);
  const setCellSize = useSetCellSize();
  const layout = useRunGrid();
  const [draft, setDraft] = useState<number | string>(site.cellSize ?? '');
  useEffect(() => setDraft(site.cellSize ?? ''), [site.cellSize]);
  const wanted = draft === '' ? null : Number(draft);
  const usable = wanted === null || (wanted >= MIN_CELL_METRES && wanted <= MAX_CELL_METRES);
  const cells = layout === null ? null : layout.nx * layout.ny * layout.nz;
  return (
    <section className={classes.cellSize} aria-label={t('cells.title')}>
      <div className={classes.now} data-testid="grid-now">
        {cells === null
          ? t('cells.loading')
          : site.cellSize === undefined
            ? t('cells.automatic', { cells: cellsText(cells) })
            : t('cells.explicit', { cells: cellsText(cells), size: sizeText(site.cellSize) })}
      </div>
      <NumberInput
        size="xs"
        label={t('cells.size')}
        description={
          wanted !== null && usable
            ? t('cells.estimate', { cells: cellsText(estimatedCells(site, wanted)) })
            : t('cells.automaticHint')
        }
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={t('cells.placeholder')}
        value={draft}
        onChange={setDraft}
        min={MIN_CELL_METRES}
        max={MAX_CELL_METRES}
        step={0.05}
        decimalScale={3}
        suffix=" m"
        className={classes.sizeField}
        data-testid="grid-cell-size"
      />
      <Button
        variant="default"
        size="xs"
        disabled={!usable || wanted === (site.cellSize ?? null)}
        onClick={() => setCellSize(wanted)}
        data-testid="grid-apply"
      >
        {t('cells.apply')}
      </Button>
    </section>
  );
}
