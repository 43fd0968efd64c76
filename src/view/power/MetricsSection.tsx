import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../frame/layout';
import { ashraeLimits } from '../../site/ashrae';
import { useDocument } from '../../store/document';
import { latestFrame } from '../../store/frames';
import { useRecirculation } from '../../store/recirculation';
import { formatPercentValue, joinShown, UNKNOWN } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import { MetricExplanation } from '../numbers/MetricExplanation';
import { useSlowFrame } from '../numbers/use-slow-frame';
import { openHashPage } from '../pages/use-hash-page';
import { RECIRCULATION_PAGE } from '../recirculation/page';
import { MetricInputs } from './MetricInputs';
import { type ListedMetric, METRIC_GROUPS } from './metric-list';
import classes from './power.module.css';

/** What is missing, while the number is not known. */
function Need({ listed }: { listed: ListedMetric }) {
  const { t } = useTranslation('power');
  const [known, setKnown] = useState(true);
  useSlowFrame((frame) => setKnown(frame === null || Number.isFinite(listed.read(frame))));
  return known ? null : <span className={classes.need}>{t(`need.${listed.needs}`)}</span>;
}

function MetricRow({ listed }: { listed: ListedMetric }) {
  const { t } = useTranslation('metrics');
  const [open, setOpen] = useState(false);
  const body = useId();
  const read = (frame: Frame) => listed.read(frame);
  return (
    <li className={classes.metric}>
      <UnstyledButton
        className={classes.metricButton}
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        aria-controls={body}
        data-testid={`metric-${listed.metric}`}
      >
        <IconChevronRight size={13} className={classes.chevron} data-open={open || undefined} />
        <span className={classes.metricName}>{t(`${listed.metric}.name`)}</span>
        <LiveNumber
          read={read}
          format={(value) => listed.format(value, latestFrame())}
          className={classes.metricValue}
        />
      </UnstyledButton>
      <Need listed={listed} />
      <div id={body} hidden={!open} className={classes.metricBody}>
        {open && (
          <MetricExplanation metric={listed.metric}>
            <MetricInputs listed={listed} />
          </MetricExplanation>
        )}
      </div>
    </li>
  );
}

/** Computed on request, by tracing the air. */
function CaptureRow() {
  const { t } = useTranslation(['power', 'metrics']);
  const result = useRecirculation((state) => state.result);
  const [open, setOpen] = useState(false);
  const body = useId();
  let flow = 0;
  let caught = 0;
  result?.rackIds.forEach((_, r) => {
    const share = result.coldCapture[r]!;
    if (Number.isNaN(share)) return;
    flow += result.takenM3s[r]!;
    caught += result.takenM3s[r]! * share;
  });
  return (
    <li className={classes.metric}>
      <UnstyledButton
        className={classes.metricButton}
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        aria-controls={body}
        data-testid="metric-captureIndex"
      >
        <IconChevronRight size={13} className={classes.chevron} data-open={open || undefined} />
        <span className={classes.metricName}>{t('metrics:captureIndex.name')}</span>
        <span className={classes.metricValue}>
          {flow > 0 ? joinShown(formatPercentValue((100 * caught) / flow)) : UNKNOWN}
        </span>
      </UnstyledButton>
      {flow === 0 && (
        <button type="button" className={classes.needLink} onClick={() => openHashPage(RECIRCULATION_PAGE)}>
          {t('need.trace')}
        </button>
      )}
      <div id={body} hidden={!open} className={classes.metricBody}>
        {open && <MetricExplanation metric="captureIndex" />}
      </div>
    </li>
  );
}

/** Every figure of merit; each opens its formula, its inputs now, its range and its source. */
export function MetricsSection() {
  const { t } = useTranslation('power');
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const limits = ashraeLimits(ashraeClass);
  return (
    <section className={classes.section} aria-labelledby="power-metrics">
      <h2 id="power-metrics">{t('metricsTitle')}</h2>
      <p className={classes.source}>{t('metricsNote', { ashraeClass, high: limits.recommendedMaxCelsius })}</p>
      <div className={classes.metricColumns}>
        {METRIC_GROUPS.map(({ id, metrics }) => (
          <div key={id}>
            <h3 className={classes.groupName}>{t(`group.${id}`)}</h3>
            <ul className={classes.plain}>
              {metrics.map((listed) => (
                <MetricRow key={listed.metric} listed={listed} />
              ))}
              {id === 'air' && <CaptureRow />}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
