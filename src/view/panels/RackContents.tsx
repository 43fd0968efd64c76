import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SERVER_TYPES, serverType } from '../../site/catalogue/catalogue';
import { mapEntities } from '../../site/edits/map-entities';
import { type EntityKind, type EntityOf, labelOf } from '../../site/entity';
import type { Rack, RackContent } from '../../site/schema/rack';
import { useDocument } from '../../store/document';
import { contentFields } from './fields/content-fields';
import { Field } from './fields/Field';
import classes from './panels.module.css';
import { newChassis, newServers, withContent, withoutContent } from './rack-content-edits';
import { Section } from './Section';

/** What a rack holds, with its fields, and what can be added to it. */
export function RackContents({ rack }: { rack: Rack }) {
  const { t } = useTranslation('panels');
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
              {content.kind === 'servers' ? (serverType(content.type)?.name ?? content.type) : t('contents.chassis')}
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
            {contentFields(content.kind).map((spec) => (
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
        </div>
      ))}
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} />} data-testid="add-content">
            {t('contents.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {SERVER_TYPES.map((type) => {
            const content = newServers(rack, type);
            return (
              <Menu.Item
                key={type.id}
                disabled={content === null}
                onClick={() => add(content, t('edit.addContent', { what: type.name, name }))}
              >
                {type.name}
                <div className={classes.dim}>
                  {content === null
                    ? t('contents.noRoom', { units: type.uSize })
                    : t('contents.units', { units: type.uSize })}
                </div>
              </Menu.Item>
            );
          })}
          <Menu.Divider />
          <Menu.Item
            disabled={newChassis(rack) === null}
            onClick={() => add(newChassis(rack), t('edit.addContent', { what: t('contents.chassis'), name }))}
          >
            {t('contents.chassis')}
            <div className={classes.dim}>{t('contents.chassisMeaning')}</div>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Section>
  );
}
