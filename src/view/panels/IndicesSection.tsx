import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { LiveNumber } from '../numbers/LiveNumber';
import { MetricExplanation } from '../numbers/MetricExplanation';
import { openHashPage } from '../pages/use-hash-page';
import { MetricInputs } from '../power/MetricInputs';
import { listedMetric } from '../power/metric-list';
import { RECIRCULATION_PAGE } from '../recirculation/page';
import { INDICES } from './indices';
import classes from './panels.module.css';
import { Section } from './Section';

/** Air-management indices of the room, and how well the solver closes its balances; each explains itself. */
export function IndicesSection() {
  const { t } = useTranslation('panels');
  return (
    <Section id="indices" title={t('section.indices')}>
      <ul className={classes.indices}>
        {INDICES.map(({ metric, format }) => (
          <li key={metric}>
            <Popover position="left-start" withArrow shadow="md" width={340}>
              <Popover.Target>
                <UnstyledButton className={classes.indexButton} data-testid={`index-${metric}`}>
                  <span>{t(`metrics:${metric}.name`)}</span>
                  <LiveNumber
                    read={(frame) => readScalar(frame, metric)}
                    format={format}
                    className={classes.liveValue}
                  />
                </UnstyledButton>
              </Popover.Target>
              <Popover.Dropdown>
                <MetricExplanation metric={metric}>
                  <MetricInputs listed={listedMetric(metric)} />
                </MetricExplanation>
              </Popover.Dropdown>
            </Popover>
          </li>
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconArrowsExchange size={14} />}
        onClick={() => openHashPage(RECIRCULATION_PAGE)}
        data-testid="show-recirculation"
      >
        {t('recirculation:open')}
      </Button>
    </Section>
  );
}
