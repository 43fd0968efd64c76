import { Button, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverTypesOf } from '../../../site/catalogue/catalogue';
import { powerCurveOf } from '../../../site/catalogue/server-defaults';
import type { ServerType } from '../../../site/catalogue/server-type';
import type { Rack } from '../../../site/schema/rack';
import { useDocument } from '../../../store/document';
import { newServers } from '../rack-content-edits';
import classes from './catalogue.module.css';
import { matchingTypes } from './matching-types';
import { ReadTypes } from './ReadTypes';
import { wattsText } from './watts-text';

interface ServerPickerProps {
  rack: Rack;
  onPick(type: ServerType): void;
}

/** Finds a server type by its name, kind or id, and puts one height of it into the lowest free units. */
export function ServerPicker({ rack, onPick }: ServerPickerProps) {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const own = new Set((site.serverTypes ?? []).map(({ id }) => id));
  const found = matchingTypes(serverTypesOf(site), query, (kind) => t(`catalogue.kind.${kind}`));
  const pick = (type: ServerType) => {
    onPick(type);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} width={320} position="bottom-start" withinPortal trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          data-testid="add-content"
        >
          {t('catalogue.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          size="xs"
          data-autofocus
          label={t('catalogue.search')}
          placeholder={t('catalogue.searchHint')}
          leftSection={<IconSearch size={13} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          data-testid="catalogue-search"
        />
        <div className={classes.results} data-testid="catalogue-results">
          {found.length === 0 && <p className={classes.meta}>{t('catalogue.none')}</p>}
          {found.map((type) => {
            const fits = newServers(rack, type) !== null;
            const curve = powerCurveOf(type);
            const units = { units: type.uSize };
            return (
              <UnstyledButton
                key={type.id}
                className={classes.result}
                disabled={!fits}
                data-disabled={!fits || undefined}
                onClick={() => pick(type)}
                data-testid={`pick-${type.id}`}
              >
                <span className={classes.name}>{type.name}</span>
                <span className={classes.meta}>
                  {t(`catalogue.kind.${type.kind}`)} · {fits ? t('contents.units', units) : t('contents.noRoom', units)}{' '}
                  · {wattsText(curve[0]!)} – {wattsText(curve[10]!)} · {t(`catalogue.${type.status}`)}
                  {own.has(type.id) && ` · ${t('catalogue.own')}`}
                </span>
              </UnstyledButton>
            );
          })}
        </div>
        <ReadTypes />
      </Popover.Dropdown>
    </Popover>
  );
}
