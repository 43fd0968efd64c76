import { Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useInteraction } from '../../store/interaction';
import { placeMade } from './entity-actions';
import { PALETTE, type PaletteItem } from './palette-items';
import classes from './panels.module.css';

/** What can be added: a click takes it into the hand, the keyboard puts it at the nearest free place. */
export function Palette() {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  const placing = useInteraction((state) => state.current.kind === 'placing');
  const [noRoom, setNoRoom] = useState(false);

  const choose = (item: PaletteItem, byKeyboard: boolean) => {
    const label = t('edit.add', { what: t(`palette.${item.id}`) });
    setNoRoom(false);
    if (!byKeyboard) {
      useInteraction.getState().startPlacing(label, item.build);
      return;
    }
    const { room } = useDocument.getState().site;
    const made = item.build(useDocument.getState().site, { x: room.width / 2, y: room.depth / 2 });
    setNoRoom(!placeMade(label, made));
  };

  return (
    <div className={classes.palette}>
      <div className={classes.paletteGrid}>
        {PALETTE.map((item) => {
          const missing = item.missing?.(site) ?? null;
          return (
            <Tooltip
              key={item.id}
              label={missing === null ? t('palette.how') : t(`palette.needs.${missing}`)}
              openDelay={500}
              multiline
              maw={240}
            >
              <UnstyledButton
                className={classes.paletteItem}
                aria-disabled={missing !== null}
                data-disabled={missing !== null || undefined}
                data-testid={`add-${item.id}`}
                onClick={(event) => {
                  if (missing === null) choose(item, event.detail === 0);
                }}
              >
                <item.Icon size={16} stroke={1.6} aria-hidden="true" />
                {t(`palette.${item.id}`)}
              </UnstyledButton>
            </Tooltip>
          );
        })}
      </div>
      {placing && <p className={classes.hint}>{t('palette.placing')}</p>}
      {noRoom && (
        <p className={classes.hint} role="alert">
          {t('palette.noRoom')}
        </p>
      )}
    </div>
  );
}
