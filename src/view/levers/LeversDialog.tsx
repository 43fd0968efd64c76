import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { FullPage } from '../pages/FullPage';
import { LEVERS_PAGE } from './page';

const LeversPage = lazy(async () => ({ default: (await import('./LeversPage')).LeversPage }));

/** The levers over the whole window, at `#/levers`. */
export function LeversDialog() {
  const { t } = useTranslation('levers');
  return (
    <FullPage
      page={LEVERS_PAGE}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
      testId="levers-page"
    >
      <LeversPage />
    </FullPage>
  );
}
