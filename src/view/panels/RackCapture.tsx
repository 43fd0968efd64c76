import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { isStale, useRecirculation } from '../../store/recirculation';
import { openHashPage } from '../pages/use-hash-page';
import { RECIRCULATION_PAGE } from '../recirculation/page';
import { secondsText, shareText } from '../recirculation/value-text';
import classes from './air-origin.module.css';

/** Where a rack's exhaust goes and how old its air is, where the whole room has been traced; the way there otherwise. */
export function RackCapture({ rackId }: { rackId: string }) {
  const { t } = useTranslation('recirculation');
  const result = useRecirculation((state) => state.result);
  const revision = useDocument((state) => state.revision);
  const rack = result !== null && !isStale(result, revision) ? result.rackIds.indexOf(rackId) : -1;
  return (
    <div className={classes.capture}>
      {result !== null && rack >= 0 && (
        <p className={classes.note} data-testid="rack-capture">
          {t('rack.exhaust')}: <strong>{shareText(result.hotCapture[rack]!)}</strong>
          <br />
          {t('rack.age')}: <strong>{secondsText(result.rackAgeSeconds[rack]!)}</strong>
        </p>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconArrowsExchange size={14} />}
        onClick={() => openHashPage(RECIRCULATION_PAGE)}
      >
        {t('open')}
      </Button>
    </div>
  );
}
