import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../../store/theme';
import type { Figure } from '../../validation/case';
import type { GridStudyResult } from '../../validation/grid-study/facts';
import { svgChart } from '../../validation/svg-chart';
import classes from './grid-study.module.css';
import { orderedRows } from './ordered-rows';

/** Racks drawn: as many as the chart has inks. */
const SHOWN_RACKS = 5;

/** The most uncertain racks against cell size, relative to the finest grid. */
function figureOf(result: GridStudyResult): Figure | null {
  const racks = orderedRows(result.rows)
    .filter(({ kind }) => kind === 'rackInlet')
    .slice(0, SHOWN_RACKS);
  if (racks.length === 0) return null;
  return {
    id: 'grid-study',
    title: { key: 'figure.title' },
    x: { label: { key: 'figure.size' }, unit: 'm', scale: 'linear' },
    y: { label: { key: 'figure.above' }, unit: 'K', scale: 'linear' },
    series: racks.map(({ id, values }) => ({
      label: { key: 'figure.rack', values: { id: id ?? '' } },
      mark: 'line',
      x: result.grids.map(({ representativeSize }) => representativeSize),
      y: values.map((value) => value - values[0]),
    })),
  };
}

export function StudyFigure({ result }: { result: GridStudyResult }) {
  const { t } = useTranslation('gridStudy');
  const theme = useTheme();
  const picture = useMemo(() => {
    const figure = figureOf(result);
    if (figure === null) return null;
    const svg = svgChart(figure, (label) => t(label.key, { ...label.values }), theme);
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [result, t, theme]);
  if (picture === null) return null;
  return <img src={picture} alt={t('figure.title')} className={classes.figure} />;
}
