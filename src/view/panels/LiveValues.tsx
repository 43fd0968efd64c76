import { useTranslation } from 'react-i18next';
import type { EntityKind } from '../../site/entity';
import { useRun } from '../../store/run';
import { LiveNumber } from '../numbers/LiveNumber';
import { combined, LIVE_VALUES } from './live-values';
import classes from './panels.module.css';

interface LiveValuesProps {
  kind: EntityKind;
  ids: readonly string[];
  /** Values that make no sense for these entities. */
  without?: readonly string[];
}

/** What the simulation says of the selected entities now. */
export function LiveValues({ kind, ids, without = [] }: LiveValuesProps) {
  const { t } = useTranslation('panels');
  const settling = useRun((state) => state.settling);
  const group = LIVE_VALUES[kind];
  if (group === undefined) return null;
  return (
    <dl className={classes.live} data-settling={settling || undefined}>
      {group.values
        .filter(({ id }) => !without.includes(id))
        .map((value) => (
          <div key={value.id} className={classes.liveItem}>
            <dt>{t(`live.${value.id}`)}</dt>
            <dd>
              <LiveNumber
                read={(frame) => combined(frame, kind, value, ids)}
                format={value.format}
                testId={`inspector-${value.id}`}
                className={classes.liveValue}
              />
            </dd>
          </div>
        ))}
    </dl>
  );
}
