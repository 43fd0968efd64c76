import { ScrollArea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EntityKind, type EntityRef, findEntity, labelOf } from '../../site/entity';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { EntityActions } from './EntityActions';
import { EntityInspector } from './EntityInspector';
import classes from './panels.module.css';
import { SiteInspector } from './SiteInspector';

/** Numbers of entities by kind, for the title of a mixed selection. */
function countByKind(refs: readonly EntityRef[]): [EntityKind, number][] {
  const counts = new Map<EntityKind, number>();
  for (const { kind } of refs) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

/** Everything about what is selected, or about the site when nothing is. */
export function Inspector() {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  const selected = useSelection((state) => state.selected);
  const refs = selected.filter((ref) => findEntity(site, ref) !== undefined);
  const kinds = countByKind(refs);
  const only = refs.length === 1 ? findEntity(site, refs[0]!) : undefined;
  const title =
    only !== undefined
      ? labelOf(only)
      : refs.length === 0
        ? t('inspector.site')
        : kinds.map(([kind, count]) => t(`count.${kind}`, { count })).join(', ');
  return (
    <section className={classes.panel} aria-label={t('inspector.title')} data-testid="inspector">
      <header className={classes.panelHeader}>
        <div className={classes.panelTitle}>
          <h2>{title}</h2>
          {only !== undefined && <span className={classes.kindName}>{t(`kind.${refs[0]!.kind}`)}</span>}
        </div>
        {refs.length > 0 && <EntityActions refs={refs} />}
      </header>
      <ScrollArea className={classes.scroll} type="auto" scrollbarSize={8}>
        {refs.length === 0 && <SiteInspector />}
        {kinds.length === 1 && (
          <EntityInspector key={refs.map(({ id }) => id).join()} kind={kinds[0]![0]} refs={refs} />
        )}
        {kinds.length > 1 && <p className={classes.hint}>{t('inspector.mixedKinds')}</p>}
      </ScrollArea>
    </section>
  );
}
