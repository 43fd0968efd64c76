import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { FullPage } from '../pages/FullPage';
import { HEAT_PAGE } from './page';

const HeatPage = lazy(async () => ({ default: (await import('./HeatPage')).HeatPage }));

/** Where the heat goes, over the whole window, at `#/heat`. The room runs on beneath it. */
export function HeatDialog() {
  const { t } = useTranslation('heat');
  return (
    <FullPage
      page={HEAT_PAGE}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
      testId="heat-page"
    >
      <HeatPage />
    </FullPage>
  );
}
