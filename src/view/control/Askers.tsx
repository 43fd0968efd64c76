import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../frame/layout';
import { racksOfZone } from '../../site/control-zones';
import { labelOf } from '../../site/entity';
import type { ControlZone } from '../../site/schema/control';
import type { Site } from '../../site/schema/site';
import { useFrameValue } from '../heat/use-frame-value';
import { formatCelsius, joinShown } from '../numbers/format';
import { type Asker, askersText, readAskers } from './askers';
import classes from './control.module.css';

/** Racks named here at most; the others are counted. */
const MOST = 6;

/** Who asks for colder air, the warmest first. */
export function Askers({ site, zone }: { site: Site; zone: ControlZone }) {
  const { t } = useTranslation('control');
  const read = useCallback(
    (frame: Frame) => askersText(frame, new Set(racksOfZone(site, zone).map((rack) => site.racks[rack]!.id))),
    [site, zone],
  );
  const asking = readAskers(useFrameValue(read) ?? '');
  if (asking.length === 0) return <p className={classes.text}>{t('nobodyAsks')}</p>;
  const nameOf = ({ id }: Asker) => {
    const rack = site.racks.find((other) => other.id === id);
    return rack === undefined ? id : labelOf(rack);
  };
  return (
    <div data-testid="askers">
      <p className={classes.text}>{t('ask', { count: asking.length })}</p>
      <ul className={classes.askers}>
        {asking.slice(0, MOST).map((asker) => (
          <li key={asker.id}>
            {t('asker', {
              rack: nameOf(asker),
              celsius: joinShown(formatCelsius(asker.inletCelsius)),
              count: asker.requests,
            })}
          </li>
        ))}
        {asking.length > MOST && <li>{t('more', { count: asking.length - MOST })}</li>}
      </ul>
    </div>
  );
}
