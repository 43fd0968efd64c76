import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describePlant } from '../../site/edits/describe-plant';
import type { Site } from '../../site/schema/site';
import { useDocument } from '../../store/document';
import classes from './heat.module.css';

/** What a simple plant leaves unknown, and a way to a whole one sized for these racks; undo takes it back. */
export function DescribePlant({ site }: { site: Site }) {
  const { t } = useTranslation('heat');
  if (site.plant?.kind === 'chilled-water' || !site.coolingUnits.some(({ medium }) => medium === 'chilled-water')) {
    return null;
  }
  return (
    <div className={classes.describe}>
      <p>{t('describe.text')}</p>
      <Button
        size="xs"
        variant="default"
        onClick={() => useDocument.getState().apply(t('describe.edit'), describePlant(site))}
        data-testid="describe-plant"
      >
        {t('describe.button')}
      </Button>
    </div>
  );
}
