import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../frame/power';
import { formatDuration, formatEnergy, formatPower, formatShare, joinShown } from '../numbers/format';
import { GridSwitch } from './GridSwitch';
import classes from './power.module.css';

/** Battery and generator: how long they carry the load of this moment. */
export function BackupSection({ backup }: { backup: BackupStatus | null }) {
  const { t } = useTranslation('power');
  return (
    <section className={classes.section} aria-labelledby="power-backup">
      <div className={classes.head}>
        <h2 id="power-backup">{t('backup.title')}</h2>
        <GridSwitch />
      </div>
      {backup === null ? <p className={classes.empty}>{t('backup.none')}</p> : <Stores backup={backup} />}
    </section>
  );
}

function Stores({ backup }: { backup: BackupStatus }) {
  const { t } = useTranslation('power');
  const hasBattery = !Number.isNaN(backup.batteryUsableJ);
  const hasGenerator = !Number.isNaN(backup.generatorRatedW);
  return (
    <dl className={classes.facts}>
      <dt>{t('backup.state')}</dt>
      <dd data-testid="backup-state">{t(`backup.is.${backup.state}`)}</dd>
      <dt>{t('backup.battery')}</dt>
      <dd>
        {hasBattery ? (
          <>
            <Progress
              value={100 * backup.batteryShare}
              color="var(--ink-faint)"
              size="sm"
              aria-label={t('backup.battery')}
            />
            {t('backup.charge', {
              share: joinShown(formatShare(backup.batteryShare)),
              energy: joinShown(formatEnergy(backup.batteryUsableJ)),
            })}
          </>
        ) : (
          t('backup.noBattery')
        )}
      </dd>
      {hasBattery && (
        <>
          <dt>{t('backup.rideThrough')}</dt>
          <dd data-testid="ride-through">{formatDuration(backup.rideThroughSeconds)}</dd>
        </>
      )}
      <dt>{t('backup.generator')}</dt>
      <dd>
        {hasGenerator
          ? t('backup.generatorIs', {
              rated: joinShown(formatPower(backup.generatorRatedW)),
              start: formatDuration(backup.generatorStartSeconds),
            })
          : t('backup.noGenerator')}
      </dd>
      {hasGenerator && (
        <>
          <dt>{t('backup.fuel')}</dt>
          <dd>
            {Number.isNaN(backup.fuelShare)
              ? t('backup.fuelEndless')
              : t('backup.fuelIs', {
                  share: joinShown(formatShare(backup.fuelShare)),
                  energy: joinShown(formatEnergy(backup.fuelJ)),
                })}
          </dd>
        </>
      )}
    </dl>
  );
}
