import { Button, SegmentedControl } from '@mantine/core';
import { IconFlag, IconFlagOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerStatus } from '../../frame/power';
import { energySince, usePower } from '../../store/power';
import { formatClock, formatEnergy, formatPower, joinShown } from '../numbers/format';
import { buildFlows } from './flows';
import classes from './power.module.css';
import { Sankey } from './Sankey';

type Quantity = 'power' | 'energy';

/** The picture of all flows, as power now or as energy since a mark. */
export function PowerFlows({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  const mark = usePower((state) => state.mark);
  const { setMark, clearMark } = usePower.getState();
  const [quantity, setQuantity] = useState<Quantity>('power');
  const asEnergy = quantity === 'energy';
  const readings = asEnergy ? energySince(status, mark) : status.watts;
  const format = asEnergy ? formatEnergy : formatPower;
  const { total, unknown } = buildFlows(readings, 'short');
  const since = mark?.simulatedSeconds ?? 0;
  const span = { from: formatClock(since), length: formatClock(status.simulatedSeconds - since) };
  return (
    <section className={classes.section} aria-labelledby="power-flows">
      <div className={classes.head}>
        <h2 id="power-flows">{t('flows.title')}</h2>
        <SegmentedControl
          size="xs"
          value={quantity}
          onChange={(value) => setQuantity(value as Quantity)}
          data={[
            { value: 'power', label: t('flows.power') },
            { value: 'energy', label: t('flows.energy') },
          ]}
          aria-label={t('flows.quantity')}
          data-testid="power-quantity"
        />
        {asEnergy && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconFlag size={13} />}
            onClick={setMark}
            data-testid="power-mark"
          >
            {t('flows.mark')}
          </Button>
        )}
        {asEnergy && mark !== null && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconFlagOff size={13} />} onClick={clearMark}>
            {t('flows.clearMark')}
          </Button>
        )}
        <span className={classes.headNote}>
          {asEnergy ? t(mark === null ? 'flows.sinceStart' : 'flows.sinceMark', span) : t('flows.now')}
        </span>
      </div>
      {unknown.map((part) => (
        <p key={part} className={classes.warning} role="status">
          {t(`flows.unknown.${part}`)}
        </p>
      ))}
      {total > 0 ? (
        <Sankey readings={readings} format={format} />
      ) : (
        <p className={classes.empty}>{t(asEnergy ? 'flows.noEnergy' : 'flows.noPower')}</p>
      )}
      <p className={classes.source}>{t('flows.note', { total: joinShown(format(total)) })}</p>
    </section>
  );
}
