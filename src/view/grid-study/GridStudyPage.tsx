import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useGridStudy } from '../../store/grid-study';
import { CellSizeControl } from './CellSizeControl';
import classes from './grid-study.module.css';
import { StudyControls } from './StudyControls';
import { StudyFigure } from './StudyFigure';
import { StudyGrids } from './StudyGrids';
import { StudyRows } from './StudyRows';
import { StudyVerdict } from './StudyVerdict';

/** Uncertainty that one is content with at first, K: what the field asks of a rack-mean inlet. */
const CONTENT_KELVIN = 0.5;

/** Whether the room's numbers depend on its air cells: three grids, side by side. */
export function GridStudyPage() {
  const { t } = useTranslation('gridStudy');
  const result = useGridStudy((state) => state.result);
  const studied = useGridStudy((state) => state.site);
  const site = useDocument((state) => state.site);
  const [content, setContent] = useState(CONTENT_KELVIN);
  const { cellSize: _now, ...now } = site;
  const { cellSize: _then, ...then } = studied ?? site;
  const changed = result !== null && JSON.stringify(now) !== JSON.stringify(then);
  return (
    <div className={classes.page}>
      <p className={classes.about}>{t('intro')}</p>
      <CellSizeControl />
      <StudyControls />
      {result === null ? (
        <p className={classes.empty}>{t('empty')}</p>
      ) : (
        <>
          {changed && (
            <p className={classes.stale} role="status">
              {result.site === site.name ? t('changed') : t('otherSite', { site: result.site })}
            </p>
          )}
          <div className={classes.verdict}>
            <StudyVerdict result={result} content={content} />
            <NumberInput
              size="xs"
              className={classes.content}
              label={t('content')}
              value={content}
              onChange={(value) => {
                if (Number(value) > 0) setContent(Number(value));
              }}
              min={0.05}
              max={5}
              step={0.1}
              decimalScale={2}
              suffix=" K"
              data-testid="grid-content"
            />
          </div>
          <StudyGrids result={result} content={content} />
          <StudyFigure result={result} />
          <StudyRows result={result} />
          <p className={classes.source}>{t('method')}</p>
        </>
      )}
    </div>
  );
}
