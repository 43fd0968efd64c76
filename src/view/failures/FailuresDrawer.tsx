import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDrawer } from '../pages/SideDrawer';
import { FAILURES_PAGE } from './page';

const FailuresPanel = lazy(async () => ({ default: (await import('./FailuresPanel')).FailuresPanel }));

/** Failures beside the room, at `#/failures`: one sees the room answer. A what-if goes on while the panel is shut. */
export function FailuresDrawer({ compact }: { compact: boolean }) {
  const { t } = useTranslation('failures');
  return (
    <SideDrawer
      page={FAILURES_PAGE}
      compact={compact}
      width={620}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
    >
      <FailuresPanel />
    </SideDrawer>
  );
}
