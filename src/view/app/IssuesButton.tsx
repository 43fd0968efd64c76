import { Button, Popover, ScrollArea, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { IssueList } from './IssueList';
import { TileFaultList } from './TileFaultList';
import { useTileFlowFaults } from './use-tile-flow-faults';

/** Warnings about the open site, and about its air as it moves now; nothing where there are none. */
export function IssuesButton() {
  const { t } = useTranslation();
  const issues = useDocument((state) => state.issues);
  const faults = useTileFlowFaults();
  const count = issues.length + faults.length;
  if (count === 0) return null;
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
          {t('issues.count', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah="60vh" type="auto">
          {issues.length > 0 && (
            <>
              <Text fw={600} mb="xs">
                {t('issues.title')}
              </Text>
              <IssueList issues={issues} />
            </>
          )}
          {faults.length > 0 && (
            <>
              <Text fw={600} mb="xs" mt={issues.length > 0 ? 'md' : undefined}>
                {t('tileFault.title')}
              </Text>
              <TileFaultList faults={faults} />
            </>
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
