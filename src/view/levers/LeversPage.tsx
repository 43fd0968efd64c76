import { Button, Loader, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeverStudy, StudySiteId } from '../../frame/levers';
import { CheckSection } from './CheckSection';
import { EnergyBars } from './EnergyBars';
import { LadderSection } from './LadderSection';
import { LeverTable } from './LeverTable';
import { LiveSection } from './LiveSection';
import classes from './levers.module.css';
import { useStudy } from './use-study';

const NOTES = [
  'base',
  'work',
  'limits',
  'setpoints',
  'spare',
  'water',
  'fans',
  'steps',
  'seeds',
  'assumptions',
] as const;

/** What each lever is worth over a year, from the figures that ship with the app, and a period to run oneself. */
export function LeversPage() {
  const { t } = useTranslation('levers');
  const state = useStudy();
  return (
    <article className={classes.page}>
      <p className={classes.lead}>{t('intro')}</p>
      {state.kind === 'loading' && <Loader size="sm" aria-label={t('loadingFigures')} />}
      {state.kind === 'failed' && (
        <div role="alert">
          <p className={classes.failure}>{t('failed', { message: state.message })}</p>
          <Button size="xs" variant="default" onClick={state.again}>
            {t('tryAgain')}
          </Button>
        </div>
      )}
      {state.kind === 'ready' && <Study study={state.study} />}
      <LiveSection />
      <section className={classes.section}>
        <h2>{t('notes.title')}</h2>
        <ul className={classes.notes}>
          {NOTES.map((id) => (
            <li key={id}>{t(`notes.${id}`)}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Study({ study }: { study: LeverStudy }) {
  const { t } = useTranslation('levers');
  const [chosen, setChosen] = useState<StudySiteId | null>(null);
  const site = study.sites.find(({ id }) => id === chosen) ?? study.sites[0];
  if (site === undefined) return null;
  return (
    <>
      <div className={classes.siteChoice}>
        <Select
          size="xs"
          label={t('siteChoice')}
          value={site.id}
          onChange={(value) => setChosen(value as StudySiteId)}
          data={study.sites.map(({ id }) => ({ value: id, label: t(`site.${id}`) }))}
          allowDeselect={false}
          className={classes.siteField}
          data-testid="levers-site"
        />
        <span className={classes.dim}>
          {t('runWith', {
            racks: site.racks,
            units: site.units,
            days: study.days,
            step: study.stepSeconds,
            seeds: site.seeds.join(', '),
            cell: study.cellMetres,
            turbulence: t(`turbulence.${site.turbulence}`),
            command: study.command,
          })}
        </span>
      </div>
      <section className={classes.section}>
        <h2>{t('table.title')}</h2>
        <EnergyBars rows={site.rows} />
        <LeverTable site={site} part="energy" />
        <h3>{t('table.service')}</h3>
        <LeverTable site={site} part="service" />
      </section>
      {site.ladder.length > 0 && <LadderSection site={site} />}
      <CheckSection site={site} cellMetres={study.cellMetres} />
    </>
  );
}
