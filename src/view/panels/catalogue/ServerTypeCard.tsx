import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { chipOf } from '../../../site/catalogue/server-defaults';
import type { Provenance, ServerType } from '../../../site/catalogue/server-type';
import classes from './catalogue.module.css';
import { PowerCurve } from './PowerCurve';

interface Row {
  id: string;
  text: string;
  origin: Provenance;
}

/** Where chip figures come from when a type gives none of its own. */
const BY_MODEL: Provenance = { status: 'assumption', source: 'MODEL.md, Servers' };

function rowsOf(type: ServerType, t: TFunction<'panels'>): Row[] {
  const { figures, fan, work } = type;
  const chip = chipOf(type);
  const state = (given: ServerType['idleState']) =>
    given === undefined ? t('catalogue.noState') : `${given.powerW} W, ${given.wakeSeconds} s`;
  const workText =
    work.unit === 'none'
      ? t('catalogue.workNone')
      : work.peakPerSecond === null
        ? t('catalogue.workUnknown')
        : t('catalogue.workText', { peak: work.peakPerSecond.toLocaleString('en'), unit: work.unit });
  return [
    { id: 'power', text: '', origin: figures.power },
    { id: 'work', text: workText, origin: figures.work },
    {
      id: 'pStates',
      text: `${type.pStates.map(({ hertz }) => (hertz / 1e9).toFixed(2)).join(', ')} GHz`,
      origin: figures.pStates,
    },
    {
      id: 'fans',
      text: t('catalogue.fanText', { flow: fan.ratedAirflowM3s, power: fan.ratedPowerW }),
      origin: figures.fan,
    },
    {
      id: 'chip',
      text: t('catalogue.chipText', {
        target: chip.targetCelsius,
        throttle: chip.throttleCelsius,
        shutdown: chip.shutdownCelsius,
      }),
      origin: figures.chip ?? BY_MODEL,
    },
    {
      id: 'sleep',
      text: t('catalogue.sleepText', { idle: state(type.idleState), sleep: state(type.sleepState) }),
      origin: figures.sleep ?? BY_MODEL,
    },
    { id: 'thermal', text: t('catalogue.massText', { mass: type.massKg }), origin: figures.thermal },
    {
      id: 'liquid',
      text: t('catalogue.liquidText', { percent: Math.round(type.liquidFraction * 1000) / 10 }),
      origin: figures.liquid,
    },
    ...(figures.psu === undefined ? [] : [{ id: 'psu', text: `80 PLUS ${type.psuClass ?? ''}`, origin: figures.psu }]),
  ];
}

/** What the catalogue says of a type: its curve, its figures, and where each comes from. */
export function ServerTypeCard({ type }: { type: ServerType }) {
  const { t } = useTranslation('panels');
  return (
    <div className={classes.card} data-testid={`card-${type.id}`}>
      <PowerCurve type={type} />
      <dl className={classes.facts}>
        {rowsOf(type, t).map(({ id, text, origin }) => (
          <div key={id}>
            <dt>
              {t(`catalogue.${id}`)} <span data-status={origin.status}>{t(`catalogue.${origin.status}`)}</span>
            </dt>
            <dd>
              {text}
              <span className={classes.source}>{origin.source}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
