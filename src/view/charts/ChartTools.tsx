import { Button, SegmentedControl } from '@mantine/core';
import { IconFileTypeCsv, IconPhoto, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { CHART_WINDOWS, type ChartWindow, useLayoutPreferences } from '../../store/layout-preferences';
import { seriesRing } from '../../store/series';
import { download } from '../app/download';
import { IconButton } from '../app/IconButton';
import { formatClock } from '../numbers/format';
import type { ChartSpan } from './chart-clock';
import type { ChartColours } from './chart-colours';
import { chartsPicture } from './chart-picture';
import classes from './charts.module.css';
import { seriesCsv } from './series-csv';

interface ChartToolsProps {
  paused: boolean;
  onPause(paused: boolean): void;
  span: ChartSpan;
  charts: RefObject<HTMLDivElement | null>;
  colours: ChartColours;
}

const fileStem = () => useDocument.getState().fileName.replace(/\.json$/i, '');

/** Window length, pause, and the ways out of the charts. */
export function ChartTools({ paused, onPause, span, charts, colours }: ChartToolsProps) {
  const { t } = useTranslation('charts');
  const window = useLayoutPreferences((state) => state.chartWindow);
  const setChartWindow = useLayoutPreferences((state) => state.setChartWindow);
  const saveCsv = () => download(`${fileStem()}-series.csv`, new Blob([seriesCsv(seriesRing())], { type: 'text/csv' }));
  const savePicture = async () => {
    if (charts.current === null) return;
    const title = `${useDocument.getState().site.name} · ${formatClock(span.fromSeconds)}–${formatClock(span.toSeconds)}`;
    download(`${fileStem()}-charts.png`, await chartsPicture(charts.current, title, colours));
  };
  return (
    <div className={classes.tools}>
      <SegmentedControl
        size="xs"
        aria-label={t('window.title')}
        value={String(window)}
        onChange={(value) => setChartWindow(value === 'all' ? 'all' : (Number(value) as ChartWindow))}
        data={CHART_WINDOWS.map((option) => ({ value: String(option), label: t(`window.${option}`) }))}
        data-testid="chart-window"
      />
      <Button
        size="compact-xs"
        variant={paused ? 'filled' : 'subtle'}
        color="slate"
        leftSection={paused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
        onClick={() => onPause(!paused)}
        data-testid="chart-pause"
      >
        {paused ? t('resume') : t('pause')}
      </Button>
      <span className={classes.axisNote}>
        {seriesRing().dropped > 0 && window === 'all' ? t('axisDropped') : t('axis')}
      </span>
      <IconButton label={t('export.csv')} onClick={saveCsv} size={26} testId="export-csv">
        <IconFileTypeCsv size={16} />
      </IconButton>
      <IconButton label={t('export.png')} onClick={() => void savePicture()} size={26} testId="export-png">
        <IconPhoto size={16} />
      </IconButton>
    </div>
  );
}
