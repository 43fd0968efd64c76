import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../../store/dialogs';
import { useDocument } from '../../store/document';
import { saveSite } from './save-site';

/** Asks before another site takes the place of one with unsaved changes. */
export function UnsavedDialog() {
  const { t } = useTranslation();
  const next = useDialogs((state) => state.afterUnsaved);
  const close = useDialogs((state) => state.closeUnsaved);
  const name = useDocument((state) => state.site.name);
  const go = () => {
    close();
    next?.();
  };
  return (
    <Modal
      opened={next !== null}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={close}
      title={t('unsaved.title')}
      centered
    >
      <Text size="sm">{t('unsaved.text', { name })}</Text>
      <Group mt="lg" justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={close}>
          {t('unsaved.cancel')}
        </Button>
        <Button variant="default" onClick={go} data-testid="unsaved-discard">
          {t('unsaved.discard')}
        </Button>
        <Button
          onClick={() => {
            saveSite();
            go();
          }}
        >
          {t('unsaved.save')}
        </Button>
      </Group>
    </Modal>
  );
}
