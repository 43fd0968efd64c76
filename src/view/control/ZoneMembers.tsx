import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeControlZone } from '../../site/edits/edit-control';
import { labelOf } from '../../site/entity';
import type { ControlZone } from '../../site/schema/control';
import type { Site } from '../../site/schema/site';
import { useDocument } from '../../store/document';
import classes from './control.module.css';

interface ZoneMembersProps {
  site: Site;
  zone: ControlZone;
  index: number;
}

/** Units that a zone drives and racks that it serves; empty means all of them. */
export function ZoneMembers({ site, zone, index }: ZoneMembersProps) {
  const { t } = useTranslation('control');
  const choose = (key: 'unitIds' | 'rackIds', all: number) => (ids: string[]) => {
    const change = (own: ControlZone): ControlZone => {
      const { [key]: _, ...rest } = own;
      return ids.length === 0 || ids.length === all ? rest : { ...rest, [key]: ids };
    };
    useDocument.getState().apply(t('edit.members'), changeControlZone(site, index, change));
  };
  const listed = (entities: readonly { id: string; name?: string | undefined }[]) =>
    entities.map((entity) => ({ value: entity.id, label: labelOf(entity) }));
  return (
    <div className={classes.members}>
      <MultiSelect
        size="xs"
        label={t('units')}
        placeholder={zone.unitIds === undefined ? t('allUnits') : undefined}
        data={listed(site.coolingUnits)}
        value={zone.unitIds ?? []}
        onChange={choose('unitIds', site.coolingUnits.length)}
        searchable
        nothingFoundMessage={t('nothingFound')}
        data-testid="zone-units"
      />
      <MultiSelect
        size="xs"
        label={t('racks')}
        placeholder={zone.rackIds === undefined ? t('allRacks') : undefined}
        data={listed(site.racks)}
        value={zone.rackIds ?? []}
        onChange={choose('rackIds', site.racks.length)}
        searchable
        nothingFoundMessage={t('nothingFound')}
        data-testid="zone-racks"
      />
    </div>
  );
}
