import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { FullPage } from '../pages/FullPage';

export const VALIDATION_PAGE = 'validation';

const ValidationPage = lazy(async () => ({ default: (await import('./ValidationPage')).ValidationPage }));

/** The validation page over the whole window, at `#/validation`. A run goes on while the page is shut. */
export function ValidationDialog() {
  const { t } = useTranslation('validation');
  return (
    <FullPage
      page={VALIDATION_PAGE}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
      testId="validation-page"
    >
      <ValidationPage />
    </FullPage>
  );
}
