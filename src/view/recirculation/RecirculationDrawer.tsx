import { Drawer, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashPage } from '../validation/use-hash-page';
import { RECIRCULATION_PAGE } from './page';

const RecirculationPanel = lazy(async () => ({ default: (await import('./RecirculationPanel')).RecirculationPanel }));

/** Recirculation beside the room, at `#/recirculation`: the room stays in view and in use, to see what one selects. */
export function RecirculationDrawer({ compact }: { compact: boolean }) {
  const { t } = useTranslation('recirculation');
  const { shown, leave } = useHashPage(RECIRCULATION_PAGE);
  return (
    <Drawer
      opened={shown}
      onClose={leave}
      position={compact ? 'bottom' : 'right'}
      size={compact ? '86dvh' : 560}
      title={t('title')}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 100 }}
      data-testid="recirculation"
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <RecirculationPanel />
      </Suspense>
    </Drawer>
  );
}
