import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDrawer } from '../pages/SideDrawer';
import { RECIRCULATION_PAGE } from './page';

const RecirculationPanel = lazy(async () => ({ default: (await import('./RecirculationPanel')).RecirculationPanel }));

/** Recirculation beside the room, at `#/recirculation`: the room stays in view and in use, to see what one selects. */
export function RecirculationDrawer({ compact }: { compact: boolean }) {
  const { t } = useTranslation('recirculation');
  return (
    <SideDrawer
      page={RECIRCULATION_PAGE}
      compact={compact}
      width={560}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
    >
      <RecirculationPanel />
    </SideDrawer>
  );
}
