import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../../store/dialogs';
import { SHORTCUT_GROUPS } from './shortcuts';
import classes from './shortcuts.module.css';

/** Every key that does something. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const shown = useDialogs((state) => state.shortcuts);
  const show = useDialogs((state) => state.showShortcuts);
  return (
    <Modal
      opened={shown}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={() => show(false)}
      title={t('shortcuts.title')}
      size="lg"
      centered
    >
      <div className={classes.groups}>
        {SHORTCUT_GROUPS.map(({ group, shortcuts }) => (
          <section key={group}>
            <h3 className={classes.heading}>{t(`shortcuts.group.${group}`)}</h3>
            <dl className={classes.list}>
              {shortcuts.map(({ id, keys }) => (
                <div key={id} className={classes.row}>
                  <dt>{t(`shortcuts.does.${id}`)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key} size="xs">
                        {t(`key.${key}`, { defaultValue: key })}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
