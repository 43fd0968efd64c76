import { Button, Group, Modal, ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useOpenFailure } from '../../store/open-failure';
import { chooseFile } from './choose-file';
import { IssueList } from './IssueList';

/** Why a file could not be opened, with the way out of each problem. */
export function OpenFailureDialog() {
  const { t } = useTranslation();
  const failure = useOpenFailure((state) => state.failure);
  const dismiss = useOpenFailure((state) => state.dismiss);
  const openName = useDocument((state) => state.site.name);
  const hasDocument = useDocument((state) => state.opened > 0);
  return (
    <Modal
      opened={failure !== null}
      onClose={dismiss}
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('open.failedTitle', { name: failure?.fileName })}
      size="lg"
      centered
      data-testid="open-failure"
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('open.found', { count: failure?.issues.length ?? 0 })}{' '}
        {hasDocument ? t('open.untouched', { name: openName }) : null}
      </Text>
      <ScrollArea.Autosize mah="50vh" type="auto">
        <IssueList issues={failure?.issues ?? []} />
      </ScrollArea.Autosize>
      <Group mt="lg" justify="flex-end" gap="xs">
        <Button
          variant="default"
          onClick={() => {
            dismiss();
            chooseFile();
          }}
        >
          {t('open.another')}
        </Button>
        <Button onClick={dismiss} data-autofocus data-testid="open-failure-close">
          {t('open.close')}
        </Button>
      </Group>
    </Modal>
  );
}
