import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { FullPage } from '../pages/FullPage';
import { POWER_PAGE } from './page';

const PowerPage = lazy(async () => ({ default: (await import('./PowerPage')).PowerPage }));

/** Where the power goes, over the whole window, at `#/power`. The room runs on beneath it. */
export function PowerDialog() {
  const { t } = useTranslation('power');
  return (
    <FullPage
      page={POWER_PAGE}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
      testId="power-page"
    >
      <PowerPage />
    </FullPage>
  );
}
