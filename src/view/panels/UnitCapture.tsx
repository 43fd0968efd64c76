import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRecirculation } from '../../store/recirculation';
import { useSelection } from '../../store/selection';
import { ComputeBar } from '../recirculation/ComputeBar';
import { type RackPart, unitCapture } from '../recirculation/unit-capture';
import { useRackNames } from '../recirculation/use-rack-names';
import { secondsText, shareText } from '../recirculation/value-text';
import classes from './air-origin.module.css';
import { Section } from './Section';

/** What a cooling unit catches and feeds: whose exhaust it takes, which inlets its air reaches. */
export function UnitCapture({ unitId }: { unitId: string }) {
  const { t } = useTranslation('recirculation');
  return (
    <Section id="capture" title={t('unit.title')}>
      <ComputeBar />
      <Capture unitId={unitId} />
    </Section>
  );
}

function Capture({ unitId }: { unitId: string }) {
  const { t } = useTranslation('recirculation');
  const result = useRecirculation((state) => state.result);
  if (result === null) return null;
  const capture = unitCapture(result, unitId);
  if (capture === null) return <p className={classes.note}>{t('unit.still')}</p>;
  return (
    <div data-testid="unit-capture">
      <Parts title={t('unit.takes')} share={capture.exhaustShare} parts={capture.takes} />
      <Parts title={t('unit.feeds')} share={capture.fedShare} parts={capture.feeds} />
      <p className={classes.note}>
        {t('unit.bypass')}: <strong>{shareText(capture.bypassShare)}</strong>
        <br />
        {t('unit.age')}: <strong>{secondsText(capture.returnAgeSeconds)}</strong>
      </p>
    </div>
  );
}

function Parts({ title, share, parts }: { title: string; share: number; parts: readonly RackPart[] }) {
  const nameOf = useRackNames();
  return (
    <>
      <p className={classes.total}>
        {title}: <strong>{shareText(share)}</strong>
      </p>
      <ul className={classes.list}>
        {parts.map((part) => (
          <li key={part.rackId} className={classes.row}>
            <UnstyledButton
              className={classes.name}
              onClick={() => useSelection.getState().select([{ kind: 'rack', id: part.rackId }])}
            >
              {nameOf(part.rackId)}
            </UnstyledButton>
            <span />
            <span className={classes.share}>{shareText(part.share)}</span>
            <span className={classes.bar} aria-hidden style={{ inlineSize: `${part.share * 100}%` }} />
          </li>
        ))}
      </ul>
    </>
  );
}
