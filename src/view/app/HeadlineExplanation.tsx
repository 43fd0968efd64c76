import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { METRIC_DEFINITIONS, type MetricKey } from '../../metrics-info/definitions';
import { ashraeLimits } from '../../site/ashrae';
import { useBaseline } from '../../store/baseline';
import { useDocument } from '../../store/document';
import { latestFrame } from '../../store/frames';
import { LiveNumber } from '../numbers/LiveNumber';
import { Explanation, useMetricTexts } from '../numbers/MetricExplanation';
import { openHashPage } from '../pages/use-hash-page';
import { POWER_PAGE } from '../power/page';
import { type Headline, missingParts } from './headlines';
import classes from './headlines.module.css';

/** What is missing when the number is unknown. */
function Missing({ headline }: { headline: Headline }) {
  const { t } = useTranslation();
  const site = useDocument((state) => state.site);
  const frame = latestFrame();
  if (frame !== null && Number.isFinite(readScalar(frame, headline.scalar))) return null;
  const parts = missingParts(headline.id, site, frame?.layout.workUnit ?? null);
  return (
    <ul className={classes.missing} data-testid="headline-missing">
      {parts.map((part) => (
        <li key={part}>{t(`missing.${part}`)}</li>
      ))}
    </ul>
  );
}

/** True where the definition of a number says that it rests on an assumption. */
function isAssumed(key: string): boolean {
  const definition = Object.hasOwn(METRIC_DEFINITIONS, key) ? METRIC_DEFINITIONS[key as MetricKey] : undefined;
  return definition?.status === 'assumption';
}

function InputTable({ headline }: { headline: Headline }) {
  const { t } = useTranslation();
  return (
    <table className={classes.inputs}>
      <caption>{t('explain.now')}</caption>
      <tbody>
        {headline.inputs.map((input) => (
          <tr key={input.scalar}>
            <th scope="row">
              {t(`scalar.${input.scalar}`)}
              {isAssumed(input.scalar) && <span className={classes.assumed}>{t('explain.assumed')}</span>}
            </th>
            <td>
              <LiveNumber
                read={(frame) => readScalar(frame, input.scalar)}
                format={(value) => input.format(value, latestFrame()?.layout ?? null)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useBaselineNote(): string | null {
  const { t } = useTranslation();
  const baseline = useBaseline((state) => state.baseline);
  return baseline === null ? null : t('explain.delta', { edit: baseline.label });
}

function MetricHeadline({ headline, metric }: { headline: Headline; metric: MetricKey }) {
  const { t } = useTranslation();
  const assumed = headline.inputs.some(({ scalar }) => isAssumed(scalar));
  return (
    <Explanation
      {...useMetricTexts(metric)}
      footnote={
        <>
          {assumed && t('explain.assumedInputs')} {useBaselineNote()}
        </>
      }
    >
      <Missing headline={headline} />
      <InputTable headline={headline} />
      <Button size="compact-xs" variant="default" onClick={() => openHashPage(POWER_PAGE)} data-testid="explain-power">
        {t('power:open')}
      </Button>
    </Explanation>
  );
}

function WorstInletHeadline({ headline }: { headline: Headline }) {
  const { t } = useTranslation();
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const { recommendedMaxCelsius, allowableMaxCelsius } = ashraeLimits(ashraeClass);
  const limits = { ashraeClass, recommended: recommendedMaxCelsius, allowable: allowableMaxCelsius };
  return (
    <Explanation
      title={t('explain.worstInlet.name')}
      formula={t('explain.worstInlet.formula')}
      symbols={t('explain.worstInlet.symbols', limits)}
      validity={t('explain.worstInlet.validity')}
      source={t('explain.worstInlet.source')}
      assumption={false}
      footnote={useBaselineNote()}
    >
      <Missing headline={headline} />
      <InputTable headline={headline} />
    </Explanation>
  );
}

/** Formula, present inputs, source and standing of a headline number. */
export function HeadlineExplanation({ headline }: { headline: Headline }) {
  return (
    <div data-testid={`explain-${headline.id}`}>
      {headline.metric === null ? (
        <WorstInletHeadline headline={headline} />
      ) : (
        <MetricHeadline headline={headline} metric={headline.metric} />
      )}
    </div>
  );
}
