import { Button, Popover, ScrollArea, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { IssueList } from './IssueList';

/** Warnings about the open site; nothing where there are none. */
export function IssuesButton() {
  const { t } = useTranslation();
  const issues = useDocument((state) => state.issues);
  if (issues.length === 0) return null;
  return (
    <Popover position="bottom-end" withArrow shadow="md" width={420}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="slate"
          size="compact-sm"
          leftSection={<IconAlertTriangle size={16} color="var(--warning)" />}
          data-testid="issues"
        >
          {t('issues.count', { count: issues.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} mb="xs">
          {t('issues.title')}
        </Text>
        <ScrollArea.Autosize mah="60vh" type="auto">
          <IssueList issues={issues} />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
