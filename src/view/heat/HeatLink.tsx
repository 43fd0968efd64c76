import { Button } from '@mantine/core';
import { IconTemperature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openHashPage } from '../pages/use-hash-page';
import classes from './heat-link.module.css';
import { HEAT_PAGE } from './page';

/** From the site's settings to the way of its heat. */
export function HeatLink() {
  const { t } = useTranslation('heat');
  return (
    <div className={classes.link}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTemperature size={15} />}
        onClick={() => openHashPage(HEAT_PAGE)}
        data-testid="show-heat"
      >
        {t('menu')}
      </Button>
    </div>
  );
}
