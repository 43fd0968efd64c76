import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addControlZone } from '../../site/edits/edit-control';
import type { Site } from '../../site/schema/site';
import { useDocument } from '../../store/document';
import classes from './control.module.css';
import { WaterControl } from './WaterControl';
import { ZoneCard } from './ZoneCard';

/** Units that no zone drives yet; a zone that names none drives all. */
function freeUnits({ coolingControl, coolingUnits }: Site): number {
  const zones = coolingControl?.zones ?? [];
  if (zones.some(({ unitIds }) => unitIds === undefined)) return 0;
  const driven = new Set(zones.flatMap(({ unitIds }) => unitIds ?? []));
  return coolingUnits.filter(({ id }) => !driven.has(id)).length;
}

/** What decides setpoints, speeds and stages of the cooling: chosen here, and seen at work. */
export function ControlSection({ site }: { site: Site }) {
  const { t } = useTranslation('control');
  const zones = site.coolingControl?.zones ?? [];
  const left = freeUnits(site);
  const charted = zones.findIndex(({ supply }) => supply !== undefined);
  return (
    <section className={classes.section} aria-labelledby="heat-control" data-testid="control-section">
      <h2 id="heat-control">{t('title')}</h2>
      {zones.length === 0 && <p className={classes.text}>{t('own')}</p>}
      {zones.map((zone, index) => (
        <ZoneCard key={zone.id} site={site} zone={zone} index={index} chart={index === charted} />
      ))}
      {left > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => useDocument.getState().apply(t('edit.addZone'), addControlZone(site))}
          data-testid="add-zone"
        >
          {zones.length === 0 ? t('firstZone') : t('furtherZone', { count: left })}
        </Button>
      )}
      {site.plant?.kind === 'chilled-water' && <WaterControl site={site} />}
      <ul className={classes.notes}>
        {(['reset', 'fans', 'stages', 'assumed'] as const).map((id) => (
          <li key={id}>{t(`note.${id}`)}</li>
        ))}
      </ul>
    </section>
  );
}
