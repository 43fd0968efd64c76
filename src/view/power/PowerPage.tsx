import { Loader } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePower, watchPower } from '../../store/power';
import { useRun } from '../../store/run';
import { HeadlineCard } from '../app/HeadlineCard';
import { HEADLINES } from '../app/headlines';
import { AlarmList } from './AlarmList';
import { BackupSection } from './BackupSection';
import { CapacityTable } from './CapacityTable';
import { CapsSection } from './CapsSection';
import { DescribeChain } from './DescribeChain';
import { FeedLossCheck } from './FeedLossCheck';
import { FeedSwitches } from './FeedSwitches';
import { MetricsSection } from './MetricsSection';
import { OneLine } from './OneLine';
import { PowerFlows } from './PowerFlows';
import classes from './power.module.css';
import { RackTable } from './RackTable';

/** In order of weight: total power and work per energy lead, PUE follows. */
const LEADING = ['facilityPower', 'eer', 'pue'] as const;

/** The electrical side of the running site, read twice a second. */
export function PowerPage() {
  const { t } = useTranslation('power');
  const status = usePower((state) => state.status);
  const runStatus = useRun((state) => state.status);
  useEffect(watchPower, []);
  if (status === null) {
    return runStatus === 'error' ? (
      <p className={classes.empty}>{t('noRun')}</p>
    ) : (
      <Loader className={classes.loader} aria-label={t('loading')} />
    );
  }
  return (
    <div className={classes.page} data-testid="power-content">
      <div className={classes.headlines}>
        {LEADING.map((id) => (
          <HeadlineCard key={id} headline={HEADLINES.find((headline) => headline.id === id)!} />
        ))}
      </div>
      <AlarmList />
      <PowerFlows status={status} />
      {status.described && (
        <div className={classes.columns}>
          <OneLine status={status} />
          <div>
            <FeedLossCheck status={status} />
            <FeedSwitches status={status} />
            <BackupSection backup={status.backup} />
            <CapsSection status={status} />
            <DescribeChain status={status} />
          </div>
        </div>
      )}
      {!status.described && <DescribeChain status={status} />}
      {status.elements.length > 0 && <CapacityTable status={status} />}
      <MetricsSection />
      <RackTable />
    </div>
  );
}
