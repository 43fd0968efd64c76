import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { FullPage } from '../pages/FullPage';
import { LESSON_PAGE } from './page';

const LessonPage = lazy(async () => ({ default: (await import('./LessonPage')).LessonPage }));

/** The lesson over the whole window, at `#/lesson`. */
export function LessonDialog() {
  const { t } = useTranslation('lesson');
  return (
    <FullPage
      page={LESSON_PAGE}
      title={t('title')}
      closeLabel={t('close')}
      loadingLabel={t('loading')}
      testId="lesson-page"
    >
      <LessonPage />
    </FullPage>
  );
}
