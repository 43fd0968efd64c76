import { Button, Checkbox, Progress, SegmentedControl, Select } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MeasureId, STUDY_SITES, type StudySiteId } from '../../frame/levers';
import { useDocument } from '../../store/document';
import { LIVE_PERIODS, type LivePeriod, useLevers } from '../../store/levers';
import { issueText } from '../i18n/issue-text';
import { LiveResult } from './LiveResult';
import classes from './levers.module.css';
import { liveMeasures, toggled } from './live-measures';
import { loadStudySite } from './load-study-site';

const OPEN_SITE = 'open';

/** A site, some measures and a period, run while one looks. */
export function LiveSection() {
  const { t, i18n } = useTranslation('levers');
  const { status, phase, share, outcome, failure, asked, start, cancel } = useLevers();
  const openSite = useDocument((state) => state.site);
  const [choice, setChoice] = useState<StudySiteId | typeof OPEN_SITE>('starter-plant');
  const [measures, setMeasures] = useState<readonly MeasureId[]>(['governor']);
  const [period, setPeriod] = useState<LivePeriod>('month');
  const [loadFault, setLoadFault] = useState('');
  const running = status === 'running';
  const run = async () => {
    setLoadFault('');
    try {
      const site = choice === OPEN_SITE ? openSite : await loadStudySite(choice);
      start({ site, study: choice === OPEN_SITE ? null : choice, measures, period });
    } catch (error) {
      setLoadFault(error instanceof Error ? error.message : String(error));
    }
  };
  const faultText = () => {
    if (loadFault !== '') return loadFault;
    if (failure === null) return '';
    if (failure.message === 'no-workload') return t('live.noWorkload');
    return failure.issues[0] ? issueText(failure.issues[0], i18n.language).message : failure.message;
  };
  return (
    <section className={classes.section} data-testid="levers-live" data-status={status}>
      <h2>{t('live.title')}</h2>
      <p>{t('live.intro')}</p>
      <div className={classes.controls}>
        <Select
          size="xs"
          label={t('live.site')}
          value={choice}
          onChange={(value) => value !== null && setChoice(value as StudySiteId | typeof OPEN_SITE)}
          data={[
            ...STUDY_SITES.map(({ id }) => ({ value: id, label: t(`site.${id}`) })),
            { value: OPEN_SITE, label: t('live.openSite', { site: openSite.name }) },
          ]}
          allowDeselect={false}
          disabled={running}
          className={classes.siteField}
        />
        <div>
          <span className={classes.controlName}>{t('live.period')}</span>
          <SegmentedControl
            size="xs"
            value={period}
            onChange={(value) => setPeriod(value as LivePeriod)}
            data={(Object.keys(LIVE_PERIODS) as LivePeriod[]).map((id) => ({
              value: id,
              label: t(`live.periods.${id}`),
            }))}
            aria-label={t('live.period')}
            disabled={running}
          />
        </div>
      </div>
      <fieldset className={classes.measures} disabled={running}>
        <legend>{t('live.measures')}</legend>
        {liveMeasures.map((id) => (
          <Checkbox
            key={id}
            size="sm"
            checked={measures.includes(id)}
            onChange={() => setMeasures(toggled(measures, id))}
            label={t(`measure.${id}.name`)}
            description={t(`measure.${id}.text`)}
            data-testid={`measure-${id}`}
          />
        ))}
      </fieldset>
      {running ? (
        <>
          <Button size="xs" variant="default" leftSection={<IconX size={14} />} onClick={cancel}>
            {t('live.cancel')}
          </Button>
          <div role="status" className={classes.progress}>
            <p>{t(`live.phase.${phase}`, { percent: Math.round(100 * share) })}</p>
            <Progress value={100 * share} size="xs" color="var(--accent)" aria-label={t('live.title')} />
          </div>
        </>
      ) : (
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} />}
          onClick={() => void run()}
          disabled={measures.length === 0}
          data-testid="levers-run"
        >
          {t(status === 'done' ? 'live.again' : 'live.run')}
        </Button>
      )}
      {measures.length === 0 && !running && <p className={classes.dim}>{t('live.choose')}</p>}
      {status === 'idle' && measures.length > 0 && <p className={classes.dim}>{t('live.empty')}</p>}
      {status === 'cancelled' && <p className={classes.dim}>{t('live.cancelled')}</p>}
      {(status === 'failed' || loadFault !== '') && (
        <p className={classes.failure} role="alert">
          {t('live.failed', { message: faultText() })}
        </p>
      )}
      {status === 'done' && outcome !== null && asked !== null && <LiveResult asked={asked} outcome={outcome} />}
    </section>
  );
}
