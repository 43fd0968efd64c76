import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { METRIC_DEFINITIONS, type MetricKey } from '../../metrics-info/definitions';
import { ashraeLimits } from '../../site/ashrae';
import { useBaseline } from '../../store/baseline';
import { useDocument } from '../../store/document';
import { latestFrame } from '../../store/frames';
import { LiveNumber } from '../numbers/LiveNumber';
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

/** Formula, present inputs, source and standing of a headline number. */
export function HeadlineExplanation({ headline }: { headline: Headline }) {
  const { t } = useTranslation();
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const baseline = useBaseline((state) => state.baseline);
  const limits = ashraeLimits(ashraeClass);
  const own = { ashraeClass, recommended: limits.recommendedMaxCelsius, allowable: limits.allowableMaxCelsius };
  const text = (part: 'formula' | 'symbols' | 'source' | 'validity') =>
    headline.metric === null ? t(`explain.${headline.id}.${part}`, own) : t(`metrics:${headline.metric}.${part}`);
  const assumed = headline.inputs.some(({ scalar }) => isAssumed(scalar));
  const standing = headline.metric !== null && isAssumed(headline.metric) ? 'assumption' : 'published';
  return (
    <div className={classes.explanation} data-testid={`explain-${headline.id}`}>
      <h3>{t(`headline.${headline.id}`)}</h3>
      <div className={classes.formula}>{text('formula')}</div>
      <p className={classes.note}>{text('symbols')}</p>
      <Missing headline={headline} />
      <InputTable headline={headline} />
      <p className={classes.note}>{text('validity')}</p>
      <p className={classes.note}>
        <strong>{t('explain.source')}</strong> {text('source')}
      </p>
      <p className={classes.note}>
        <strong>{t('explain.standing')}</strong> {t(`explain.${standing}`)} {assumed && t('explain.assumedInputs')}
      </p>
      {baseline !== null && <p className={classes.note}>{t('explain.delta', { edit: baseline.label })}</p>}
    </div>
  );
}
