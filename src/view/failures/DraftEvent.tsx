import { Checkbox, CloseButton, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FailureEvent } from '../../site/scenario/events';
import { useDocument } from '../../store/document';
import { useFailureDraft } from '../../store/failure-draft';
import classes from './failures.module.css';
import { PartDetails } from './PartDetails';
import { useEventText } from './use-event-text';

interface DraftEventProps {
  event: FailureEvent;
  index: number;
}

/** One event to be played, its times and what else can be said of it. */
export function DraftEvent({ event, index }: DraftEventProps) {
  const { t } = useTranslation('failures');
  const { change, remove } = useFailureDraft();
  const textOf = useEventText();
  const { atSeconds, untilSeconds } = event;
  const set = (changes: Partial<FailureEvent>) => change(index, { ...event, ...changes } as FailureEvent);
  const setRepair = (value: string | number) => {
    if (typeof value === 'number' && value > 0) {
      set({ untilSeconds: atSeconds + Math.round(value * 60) });
      return;
    }
    const { untilSeconds: _, ...lasting } = event;
    change(index, lasting as FailureEvent);
  };
  return (
    <li className={classes.draft} data-testid={`draft-${index}`}>
      <div className={classes.row}>
        <span className={classes.grow}>{textOf(event)}</span>
        <CloseButton size="sm" aria-label={t('build.remove', { what: textOf(event) })} onClick={() => remove(index)} />
      </div>
      <div className={classes.times}>
        <NumberInput
          size="xs"
          label={t('build.at')}
          value={atSeconds}
          onChange={(value) => {
            if (typeof value !== 'number') return;
            const lasting = untilSeconds === undefined ? {} : { untilSeconds: value + (untilSeconds - atSeconds) };
            set({ atSeconds: value, ...lasting });
          }}
          min={0}
          max={86_400}
          suffix=" s"
          allowDecimal={false}
        />
        <NumberInput
          size="xs"
          label={t('build.repair')}
          placeholder={t('build.never')}
          value={untilSeconds === undefined ? '' : Number(((untilSeconds - atSeconds) / 60).toFixed(2))}
          onChange={setRepair}
          min={0}
          max={1440}
          suffix=" min"
        />
        <EventDetails event={event} set={set} />
      </div>
    </li>
  );
}

function EventDetails({ event, set }: { event: FailureEvent; set(changes: Partial<FailureEvent>): void }) {
  const { t } = useTranslation('failures');
  // A plant that is computed part by part has water of its own.
  const ownWater = useDocument((state) => state.site.plant?.kind === 'chilled-water');
  const hasCdus = useDocument((state) => state.site.liquidLoop?.facility !== undefined);
  const loop = (loopVolumeM3: number) => (
    <NumberInput
      size="xs"
      label={t('build.loop')}
      value={loopVolumeM3}
      onChange={(value) => typeof value === 'number' && set({ loopVolumeM3: value } as Partial<FailureEvent>)}
      min={0}
      max={1000}
      decimalScale={1}
      suffix=" m³"
    />
  );
  const check = (label: string, checked: boolean, changes: (on: boolean) => object) => (
    <Checkbox
      size="xs"
      className={classes.check}
      label={label}
      checked={checked}
      onChange={({ currentTarget }) => set(changes(currentTarget.checked) as Partial<FailureEvent>)}
    />
  );
  if (event.kind === 'chilled-water-loss') {
    return (
      <>
        {check(t('build.pumps'), event.pumps === 'running', (on) => ({ pumps: on ? 'running' : 'stopped' }))}
        {event.pumps === 'running' && !ownWater && loop(event.loopVolumeM3)}
      </>
    );
  }
  if (event.kind !== 'power-loss') return <PartDetails event={event} set={set} />;
  return (
    <>
      <NumberInput
        size="xs"
        label={t('build.generator')}
        placeholder={t('build.none')}
        value={event.generatorStartSeconds ?? ''}
        onChange={(value) =>
          set({ generatorStartSeconds: typeof value === 'number' ? value : undefined } as Partial<FailureEvent>)
        }
        min={0}
        max={3600}
        suffix=" s"
      />
      {check(t('build.upsFans'), event.upsFans, (upsFans) => ({ upsFans }))}
      {check(t('build.upsPumps'), event.upsPumps, (upsPumps) => ({ upsPumps }))}
      {hasCdus && check(t('build.upsCduPumps'), event.upsCduPumps ?? true, (upsCduPumps) => ({ upsCduPumps }))}
      {event.upsPumps && !ownWater && loop(event.loopVolumeM3)}
    </>
  );
}
