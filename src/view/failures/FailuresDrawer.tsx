import { Drawer, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashPage } from '../validation/use-hash-page';
import { FAILURES_PAGE } from './page';

const FailuresPanel = lazy(async () => ({ default: (await import('./FailuresPanel')).FailuresPanel }));

/** Failures beside the room, at `#/failures`: one sees the room answer. A what-if goes on while the panel is shut. */
export function FailuresDrawer({ compact }: { compact: boolean }) {
  const { t } = useTranslation('failures');
  const { shown, leave } = useHashPage(FAILURES_PAGE);
  return (
    <Drawer
      opened={shown}
      onClose={leave}
      position={compact ? 'bottom' : 'right'}
      size={compact ? '86dvh' : 620}
      title={t('title')}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 100 }}
      data-testid="failures"
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <FailuresPanel />
      </Suspense>
    </Drawer>
  );
}
