import { useTranslation } from 'react-i18next';
import type { PowerStatus } from '../../frame/power';
import { formatPower, joinShown } from '../numbers/format';
import classes from './power.module.css';

/** A cap binds where more was wanted than it allows. */
const BINDS = 1.001;
const MOST = 6;

/** Power caps of the room and of racks, and which of them bind. */
export function CapsSection({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  const { caps, roomCap } = status;
  if (caps.length === 0 && roomCap === null) return null;
  const binding = caps.filter(({ wantedW, capW }) => wantedW > capW * BINDS);
  const shown = (watts: number) => joinShown(formatPower(watts));
  return (
    <section className={classes.section} aria-labelledby="power-caps">
      <h2 id="power-caps">{t('caps.title')}</h2>
      {roomCap !== null && (
        <p>
          {t(roomCap.wantedW > roomCap.capW * BINDS ? 'caps.roomBinds' : 'caps.roomFree', {
            cap: shown(roomCap.capW),
            power: shown(roomCap.powerW),
            wanted: shown(roomCap.wantedW),
          })}
        </p>
      )}
      {caps.length > 0 && <p>{t('caps.racks', { binding: binding.length, count: caps.length })}</p>}
      {binding.length > 0 && (
        <ul className={classes.plain}>
          {binding.slice(0, MOST).map(({ rackId, capW, powerW, wantedW }) => (
            <li key={rackId}>
              {t('caps.rack', { rack: rackId, cap: shown(capW), power: shown(powerW), wanted: shown(wantedW) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
