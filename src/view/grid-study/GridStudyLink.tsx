import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openHashPage } from '../pages/use-hash-page';
import { GRID_STUDY_PAGE } from './GridStudyDialog';
import classes from './grid-study.module.css';

/** From the site's settings to the study of its cells. */
export function GridStudyLink() {
  const { t } = useTranslation('gridStudy');
  return (
    <div className={classes.link}>
      <Button variant="default" size="xs" onClick={() => openHashPage(GRID_STUDY_PAGE)} data-testid="grid-study-link">
        {t('link')}
      </Button>
    </div>
  );
}
