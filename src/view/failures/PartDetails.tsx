import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FailureEvent } from '../../site/scenario/events';
import { useDocument } from '../../store/document';

interface PartDetailsProps {
  event: FailureEvent;
  set(changes: Partial<FailureEvent>): void;
}

interface AmountProps {
  label: string;
  value: number;
  max: number;
  suffix: string;
  min?: number;
  onChange(value: number): void;
}

function Amount({ label, value, min = 0, max, suffix, onChange }: AmountProps) {
  return (
    <NumberInput
      size="xs"
      label={label}
      value={value}
      onChange={(next) => typeof next === 'number' && next >= min && onChange(next)}
      min={min}
      max={max}
      suffix={suffix}
      allowDecimal={false}
    />
  );
}

/** What else can be said of a failure in the plant; nothing for those that need no more. */
export function PartDetails({ event, set }: PartDetailsProps) {
  const { t } = useTranslation('failures');
  const machines = useDocument(({ site }) => (site.plant?.kind === 'chilled-water' ? site.plant.chillers.count : 1));
  const change = (changes: object) => set(changes as Partial<FailureEvent>);
  const percent = (label: string, key: string, value: number, min: number) => (
    <Amount
      label={label}
      value={Math.round(value * 100)}
      min={min}
      max={100}
      suffix=" %"
      onChange={(next) => change({ [key]: next / 100 })}
    />
  );
  switch (event.kind) {
    case 'chiller-trip':
      return (
        <>
          <Amount
            label={t('build.machines', { count: machines })}
            value={event.machines ?? machines}
            min={1}
            max={machines}
            suffix=""
            onChange={(next) => change({ machines: next >= machines ? undefined : next })}
          />
          <Amount
            label={t('build.restart')}
            value={event.restartSeconds}
            max={7200}
            suffix=" s"
            onChange={(restartSeconds) => change({ restartSeconds })}
          />
          <Amount
            label={t('build.ramp')}
            value={event.rampSeconds}
            max={3600}
            suffix=" s"
            onChange={(rampSeconds) => change({ rampSeconds })}
          />
        </>
      );
    case 'pump-trip':
      return (
        <>
          {percent(t('build.pumpShare'), 'share', event.share, 1)}
          <Amount
            label={t('build.flowHalves')}
            value={event.runDownSeconds}
            min={1}
            max={600}
            suffix=" s"
            onChange={(runDownSeconds) => change({ runDownSeconds })}
          />
        </>
      );
    case 'rejection-fault':
      return percent(t('build.fanShare'), 'share', event.share, 1);
    case 'fouling':
      return percent(t('build.conductance'), 'conductanceShare', event.conductanceShare, 5);
    default:
      return null;
  }
}
