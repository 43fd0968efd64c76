import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Frame, FrameBlock } from '../../frame/layout';
import { ashraeLimits } from '../../site/ashrae';
import { unitsOfZone } from '../../site/control-zones';
import { changeControlZone, removeControlZone } from '../../site/edits/edit-control';
import { labelOf } from '../../site/entity';
import type { ControlZone } from '../../site/schema/control';
import type { Site } from '../../site/schema/site';
import { useDocument } from '../../store/document';
import { Figure } from '../heat/Figure';
import { formatCelsius, formatCount, formatShare } from '../numbers/format';
import { controlZoneSections } from '../panels/fields/control-zone-fields';
import { FieldSections } from '../panels/fields/FieldSections';
import { Askers } from './Askers';
import { ControlChart } from './ControlChart';
import classes from './control.module.css';
import { formatPascals } from './format-pascals';
import { PredictionPart } from './PredictionPart';
import { ZoneMembers } from './ZoneMembers';

interface ZoneCardProps {
  site: Site;
  zone: ControlZone;
  index: number;
  /** Whether the course of setpoints and requests is drawn here. */
  chart: boolean;
}

/** One control zone: what it does now, who asks, and how it is set. */
export function ZoneCard({ site, zone, index, chart }: ZoneCardProps) {
  const { t } = useTranslation('control');
  const { supply, fans, staging } = zone;
  const read = (block: FrameBlock) => (frame: Frame) => {
    const z = frame.layout.zoneIds?.indexOf(zone.id) ?? -1;
    return z < 0 ? Number.NaN : frame.blocks[block][z]!;
  };
  const units = unitsOfZone(site, zone);
  return (
    <article className={classes.zone} aria-label={labelOf(zone)} data-testid={`zone-${zone.id}`}>
      <div className={classes.zoneHead}>
        <h3>{t('zone', { name: labelOf(zone), count: units.length })}</h3>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('remove', { name: labelOf(zone) })}
          title={t('remove', { name: labelOf(zone) })}
          onClick={() => useDocument.getState().apply(t('edit.removeZone'), removeControlZone(site, index))}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </div>
      <div className={classes.now}>
        <dl className={classes.figures} aria-label={t('now')}>
          {supply !== undefined && (
            <>
              <Figure
                label={t('figure.setpoint')}
                read={read('zoneSetpointCelsius')}
                format={formatCelsius}
                testId="zone-setpoint"
              />
              <Figure
                label={t('figure.requests')}
                read={read('zoneRequests')}
                format={formatCount}
                testId="zone-requests"
              />
            </>
          )}
          <Figure label={t('figure.warmest')} read={read('zoneWarmestCelsius')} format={formatCelsius} />
          {fans !== undefined && fans.by !== 'inlet' && (
            <Figure label={t('figure.pressure')} read={read('zonePascals')} format={formatPascals} />
          )}
          {fans !== undefined && (
            <Figure label={t('figure.speed')} read={read('zoneFanSpeed')} format={formatShare} testId="zone-speed" />
          )}
          {staging !== undefined && (
            <Figure
              label={t('figure.running', { count: units.length })}
              read={read('zoneUnitsRunning')}
              format={formatCount}
            />
          )}
        </dl>
        {supply !== undefined && <Askers site={site} zone={zone} />}
        {chart && <ControlChart />}
        {supply?.by === 'mpc' && (
          <PredictionPart
            limitCelsius={supply.requestAboveCelsius ?? ashraeLimits(site.ashraeClass).recommendedMaxCelsius}
          />
        )}
      </div>
      <div className={classes.settings}>
        <ZoneMembers site={site} zone={zone} index={index} />
        <FieldSections
          sections={controlZoneSections(site)}
          entities={[zone]}
          onEdit={(field, id, change) =>
            useDocument.getState().apply(t('edit.zone', { field }), changeControlZone(site, index, change), {
              mergeKey: `zone.${zone.id}.${id}`,
            })
          }
        />
      </div>
    </article>
  );
}
