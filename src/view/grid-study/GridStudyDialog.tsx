import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { FullPage } from '../pages/FullPage';

export const GRID_STUDY_PAGE = 'grid';

const GridStudyPage = lazy(async () => ({ default: (await import('./GridStudyPage')).GridStudyPage }));

/** The grid study over the whole window, at `#/grid`. A study goes on while the page is shut, and the room beside it. */
export function GridStudyDialog() {
  const { t } = useTranslation('gridStudy');
  return (
    <FullPage
      page={GRID_STUDY_PAGE}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
      testId="grid-study-page"
    >
      <GridStudyPage />
    </FullPage>
  );
}
