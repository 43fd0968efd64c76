import { Loader, Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashPage } from '../validation/use-hash-page';

export const GRID_STUDY_PAGE = 'grid';

const GridStudyPage = lazy(async () => ({ default: (await import('./GridStudyPage')).GridStudyPage }));

/** The grid study over the whole window, at `#/grid`. A study goes on while the page is shut, and the room beside it. */
export function GridStudyDialog() {
  const { t } = useTranslation('gridStudy');
  const { shown, leave } = useHashPage(GRID_STUDY_PAGE);
  return (
    <Modal
      opened={shown}
      onClose={leave}
      fullScreen
      title={t('title')}
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      data-testid="grid-study-page"
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <GridStudyPage />
      </Suspense>
    </Modal>
  );
}
