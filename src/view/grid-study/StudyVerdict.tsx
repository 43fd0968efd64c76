import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useGridStudy } from '../../store/grid-study';
import { useRun } from '../../store/run';
import { type GridStudyResult, summarise } from '../../validation/grid-study/facts';
import { cellsText, estimatedCells, MIN_CELL_METRES, sizeText } from './cell-size';
import classes from './grid-study.module.css';

/** Ratio of the next finer size to the finest so far. */
const FINER = 1.4;

const kelvin = (value: number) => value.toFixed(2);

/** The answer to the page's question in one sentence, with its numbers. */
export function StudyVerdict({ result, content }: { result: GridStudyResult; content: number }) {
  const { t } = useTranslation('gridStudy');
  const summary = summarise(result, content);
  const [finest] = result.grids;
  if (summary.racks === 0) return <p className={classes.about}>{t('verdict.noRacks')}</p>;
  const fine = summary.racksWithin === summary.racks;
  const coarsest = result.grids.findLast((grid) => grid.worstRackKelvin <= content);
  const Mark = fine ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.answer} data-testid="grid-verdict" data-fine={fine}>
      <Mark size={20} aria-hidden="true" className={fine ? undefined : classes.warning} />
      <div>
        <strong>
          {coarsest === undefined
            ? t('verdict.notFine', { size: sizeText(finest.cellSize) })
            : t('verdict.fine', { size: sizeText(coarsest.cellSize) })}
        </strong>
        <div>
          {t('verdict.numbers', {
            size: sizeText(finest.cellSize),
            within: summary.racksWithin,
            racks: summary.racks,
            content,
            median: kelvin(summary.medianKelvin),
            worst: kelvin(summary.worstKelvin),
          })}
        </div>
        {summary.diverging > 0 && (
          <div className={classes.warning}>{t('verdict.diverging', { count: summary.diverging })}</div>
        )}
        {summary.oscillating > 0 && <div>{t('verdict.oscillating', { count: summary.oscillating })}</div>}
        {coarsest === undefined && <CompareFiner result={result} />}
        {result.grids.some(({ settled }) => !settled) && <div>{t('verdict.swaying')}</div>}
      </div>
    </div>
  );
}

/** The same question one size finer. */
function CompareFiner({ result }: { result: GridStudyResult }) {
  const { t } = useTranslation('gridStudy');
  const site = useDocument((state) => state.site);
  const seed = useRun((state) => state.seed);
  const { status, start } = useGridStudy();
  const [finest, middle] = result.grids.map(({ cellSize }) => cellSize) as [number, number];
  const finer = Number(sizeText(finest / FINER));
  if (finer < MIN_CELL_METRES) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={status === 'running'}
      onClick={() => start(site, seed, [finer, finest, middle])}
      data-testid="grid-finer"
    >
      {t('verdict.finer', { size: sizeText(finer), cells: cellsText(estimatedCells(site, finer)) })}
    </Button>
  );
}
