import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverTypeIn, serverTypesOf } from '../../site/catalogue/catalogue';
import { mapEntities } from '../../site/edits/map-entities';
import { type EntityKind, type EntityOf, labelOf } from '../../site/entity';
import type { Rack, RackContent } from '../../site/schema/rack';
import { useDocument } from '../../store/document';
import { ServerPicker } from './catalogue/ServerPicker';
import { ServerTypeCard } from './catalogue/ServerTypeCard';
import { contentFields } from './fields/content-fields';
import { Field } from './fields/Field';
import classes from './panels.module.css';
import { newChassis, newServers, withContent, withoutContent } from './rack-content-edits';
import { Section } from './Section';

/** What a rack holds, with its fields, and what can be added to it. */
export function RackContents({ rack }: { rack: Rack }) {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  const types = serverTypesOf(site);
  const name = labelOf(rack);

  const edit = (label: string, change: (rack: Rack) => Rack, mergeKey?: string) => {
    const { site, apply } = useDocument.getState();
    const next = mapEntities(
      site,
      [{ kind: 'rack', id: rack.id }],
      <Kind extends EntityKind>(_kind: Kind, entity: EntityOf<Kind>) =>
        change(entity as unknown as Rack) as unknown as EntityOf<Kind>,
    );
    return apply(label, next, { mergeKey });
  };

  const add = (content: RackContent | null, label: string) => {
    if (content !== null) edit(label, (before) => withContent(before, content));
  };
  const contents = [...rack.contents].sort((a, b) => b.uStart - a.uStart);

  return (
    <Section id="contents" title={t('contents.title')}>
      {contents.map((content) => (
        <div key={content.id} className={classes.content} data-testid={`content-${content.id}`}>
          <div className={classes.contentHead}>
            <span className={classes.contentName}>
              {content.kind === 'servers'
                ? (serverTypeIn(site, content.type)?.name ?? content.type)
                : t('contents.chassis')}
            </span>
            <span className={classes.dim}>
              {content.id} · U{content.uStart}–{content.uStart + content.uSize - 1}
            </span>
            <ActionIcon
              variant="subtle"
              color="slate"
              size="sm"
              aria-label={t('contents.remove', { id: content.id })}
              onClick={() =>
                edit(t('edit.removeContent', { id: content.id, name }), (before) => withoutContent(before, content.id))
              }
            >
              <IconTrash size={14} />
            </ActionIcon>
          </div>
          <div className={classes.contentFields}>
            {contentFields(content.kind, types, rack)
              .filter((spec) => spec.when?.(content) ?? true)
              .map((spec) => (
                <div key={spec.id} className={spec.kind === 'number' ? undefined : classes.wideField}>
                  <Field
                    spec={spec}
                    entities={[content]}
                    onEdit={(field, fieldId, change) =>
                      edit(
                        t('edit.one', { field, name: `${name}/${content.id}` }),
                        (before) => withContent(before, change(content)),
                        `content.${rack.id}.${content.id}.${fieldId}`,
                      )
                    }
                  />
                </div>
              ))}
          </div>
          {content.kind === 'servers' && <TypeDetails typeId={content.type} />}
        </div>
      ))}
      <Group gap="xs">
        <ServerPicker
          rack={rack}
          onPick={(type) => add(newServers(rack, type), t('edit.addContent', { what: type.name, name }))}
        />
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={newChassis(rack) === null}
          title={t('contents.chassisMeaning')}
          onClick={() => add(newChassis(rack), t('edit.addContent', { what: t('contents.chassis'), name }))}
          data-testid="add-chassis"
        >
          {t('contents.chassis')}
        </Button>
      </Group>
    </Section>
  );
}

/** The catalogue's card of a type, folded away at first. */
function TypeDetails({ typeId }: { typeId: string }) {
  const { t } = useTranslation('panels');
  const [open, setOpen] = useState(false);
  const type = useDocument((state) => serverTypeIn(state.site, typeId));
  if (type === undefined) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="slate"
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        data-testid="type-details"
      >
        {t(open ? 'catalogue.hide' : 'catalogue.show')}
      </Button>
      {open && <ServerTypeCard type={type} />}
    </>
  );
}
