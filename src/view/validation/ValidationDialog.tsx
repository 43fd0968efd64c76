import { Loader, Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashPage } from './use-hash-page';

export const VALIDATION_PAGE = 'validation';

const ValidationPage = lazy(async () => ({ default: (await import('./ValidationPage')).ValidationPage }));

/** The validation page over the whole window, at `#/validation`. A run goes on while the page is shut. */
export function ValidationDialog() {
  const { t } = useTranslation('validation');
  const { shown, leave } = useHashPage(VALIDATION_PAGE);
  return (
    <Modal
      opened={shown}
      onClose={leave}
      fullScreen
      title={t('title')}
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      data-testid="validation-page"
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <ValidationPage />
      </Suspense>
    </Modal>
  );
}
