import { Button, NumberInput, Progress, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useGridStudy } from '../../store/grid-study';
import { useRun } from '../../store/run';
import { cellsText, estimatedCells, MAX_CELL_METRES, MIN_CELL_METRES, sizeText } from './cell-size';
import classes from './grid-study.module.css';

/** The sizes of a study by hand start from these multiples of a size, finest first. */
const RATIOS = [1, 1.4, 2];

/** Which grids to compare, and how to start and stop. */
export function StudyControls() {
  const { t } = useTranslation('gridStudy');
  const site = useDocument((state) => state.site);
  const seed = useRun((state) => state.seed);
  const { status, start, cancel } = useGridStudy();
  const [mode, setMode] = useState<'automatic' | 'explicit'>('automatic');
  const [sizes, setSizes] = useState<(number | string)[]>(() =>
    RATIOS.map((ratio) => Number(sizeText((site.cellSize ?? 0.2) * ratio))),
  );
  const numbers = sizes.map(Number);
  const valid =
    mode === 'automatic' ||
    (new Set(numbers).size === 3 && numbers.every((size) => size >= MIN_CELL_METRES && size <= MAX_CELL_METRES));
  return (
    <section className={classes.controls} aria-label={t('controls')}>
      <div className={classes.controlRow}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={(value) => setMode(value === 'explicit' ? 'explicit' : 'automatic')}
          data={(['automatic', 'explicit'] as const).map((value) => ({ value, label: t(`sizes.${value}`) }))}
          aria-label={t('sizes.title')}
          disabled={status === 'running'}
        />
        {status === 'running' ? (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconX size={15} />}
            onClick={cancel}
            data-testid="grid-cancel"
          >
            {t('cancel')}
          </Button>
        ) : (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlayerPlay size={15} />}
            disabled={!valid}
            onClick={() => start(site, seed, mode === 'automatic' ? null : numbers)}
            data-testid="grid-start"
          >
            {t('start')}
          </Button>
        )}
      </div>
      {mode === 'explicit' && (
        <div className={classes.sizes}>
          {RATIOS.map((ratio, n) => (
            <NumberInput
              key={ratio}
              size="xs"
              label={t(`sizes.name.${n}`)}
              description={t('cells.estimate', { cells: cellsText(estimatedCells(site, Number(sizes[n]))) })}
              inputWrapperOrder={['label', 'input', 'description']}
              value={sizes[n]!}
              onChange={(value) => setSizes(sizes.map((size, m) => (m === n ? value : size)))}
              min={MIN_CELL_METRES}
              max={MAX_CELL_METRES}
              step={0.05}
              decimalScale={3}
              suffix=" m"
              disabled={status === 'running'}
              data-testid={`grid-size-${n}`}
            />
          ))}
        </div>
      )}
      <StudyStatus />
    </section>
  );
}

/** Where the study is, or why there is none. */
function StudyStatus() {
  const { t } = useTranslation('gridStudy');
  const { status, progress, failure } = useGridStudy();
  return (
    <div role="status" data-testid="grid-status" data-status={status}>
      {status === 'running' && (
        <>
          <div className={classes.progressText}>
            {progress === null
              ? t('status.starting')
              : t('status.running', {
                  percent: Math.round(100 * progress.share),
                  size: sizeText(progress.cellSize),
                  cells: cellsText(progress.cells),
                })}
          </div>
          <Progress value={100 * (progress?.share ?? 0)} size={4} aria-label={t('progress')} transitionDuration={150} />
        </>
      )}
      {status === 'cancelled' && t('status.cancelled')}
      {status === 'failed' && failure !== null && (
        <span className={classes.failure}>{t(`failure.${failure.code}`, { ...failure })}</span>
      )}
    </div>
  );
}
