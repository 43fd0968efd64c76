import { useTranslation } from 'react-i18next';
import { mapEntities } from '../../site/edits/map-entities';
import { type EntityKind, type EntityOf, type EntityRef, findEntity, labelOf } from '../../site/entity';
import type { Rack } from '../../site/schema/rack';
import { useDocument } from '../../store/document';
import { FailNow } from '../failures/FailNow';
import { AirOrigin } from './AirOrigin';
import { ChassisTable } from './ChassisTable';
import { coolingUnitSections } from './fields/cooling-unit-fields';
import { FieldSections } from './fields/FieldSections';
import type { FieldSection } from './fields/field-spec';
import { rackSections } from './fields/rack-fields';
import {
  containmentSections,
  obstacleSections,
  openingSections,
  panelSections,
  sensorSections,
} from './fields/room-part-fields';
import { LiveValues } from './LiveValues';
import { RackContents } from './RackContents';
import { UnitCapture } from './UnitCapture';

const SHUT = ['size', 'corners', 'grilles', 'coil', 'rearDoor'];

/** Equipment given by its power has no load. */
const WITHOUT_SERVERS = ['utilisation', 'chip-max', 'server-fans', 'throttled', 'asleep', 'off'];

function sectionsOf(kind: EntityKind, sensorIds: readonly string[]): readonly FieldSection<never>[] {
  const table = {
    rack: rackSections,
    coolingUnit: coolingUnitSections(sensorIds),
    tile: panelSections,
    ceilingGrille: panelSections,
    opening: openingSections,
    containment: containmentSections,
    obstacle: obstacleSections,
    sensor: sensorSections,
  } as const;
  return table[kind] as readonly FieldSection<never>[];
}

/** Live values and fields of one entity, or the fields that several of one kind share. */
export function EntityInspector({ kind, refs }: { kind: EntityKind; refs: readonly EntityRef[] }) {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  const entities = refs.map((ref) => findEntity(site, ref)).filter((entity) => entity !== undefined);
  if (entities.length === 0) return null;
  const holdsServers =
    kind !== 'rack' ||
    (entities as Rack[]).every((rack) => rack.contents.some((content) => content.kind === 'servers'));
  const only = entities.length === 1 ? entities[0]! : null;
  const onEdit = (field: string, fieldId: string, change: (entity: never) => never) => {
    const label =
      only === null
        ? t('edit.several', { field, count: entities.length })
        : t('edit.one', { field, name: labelOf(only) });
    const mergeKey = `${kind}.${fieldId}.${refs.map(({ id }) => id).join()}`;
    const next = mapEntities(
      site,
      refs,
      <Kind extends EntityKind>(_kind: Kind, entity: EntityOf<Kind>) => change(entity as never) as EntityOf<Kind>,
    );
    return useDocument.getState().apply(label, next, { mergeKey });
  };
  return (
    <>
      <LiveValues kind={kind} ids={entities.map(({ id }) => id)} without={holdsServers ? [] : WITHOUT_SERVERS} />
      {only !== null && <FailNow kind={kind} id={only.id} />}
      {kind === 'rack' && only !== null && <ChassisTable rack={only as Rack} />}
      {kind === 'rack' && only !== null && <AirOrigin rackId={only.id} />}
      {kind === 'coolingUnit' && only !== null && <UnitCapture unitId={only.id} />}
      <FieldSections
        sections={sectionsOf(
          kind,
          site.sensors.map(({ id }) => id),
        )}
        entities={entities as never[]}
        onEdit={onEdit}
        shut={SHUT}
      />
      {kind === 'rack' && only !== null && <RackContents rack={only as Rack} />}
    </>
  );
}
