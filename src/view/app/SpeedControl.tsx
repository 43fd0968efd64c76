import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SPEEDS, useRun } from '../../store/run';

/** Simulated seconds per second of the wall clock. */
export function SpeedControl() {
  const { t } = useTranslation();
  const speed = useRun((state) => state.speed);
  const setSpeed = useRun((state) => state.setSpeed);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('run.speed')}
      data-testid="speed"
      value={String(speed)}
      onChange={(value) => setSpeed(value === 'max' ? 'max' : Number(value))}
      data={SPEEDS.map((option) => ({
        value: String(option),
        label: option === 'max' ? t('run.fastest') : `${option}×`,
      }))}
    />
  );
}
