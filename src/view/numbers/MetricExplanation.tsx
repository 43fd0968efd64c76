import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { METRIC_DEFINITIONS, type MetricKey } from '../../metrics-info/definitions';
import classes from './numbers.module.css';

interface ExplanationProps {
  title: string;
  formula: string;
  symbols: string;
  validity: string;
  source: string;
  /** True where the number rests on something chosen rather than read. */
  assumption: boolean;
  /** Shown between the formula and its validity: what is missing, the inputs now. */
  children?: ReactNode;
  /** Shown last. */
  footnote?: ReactNode;
}

/** Formula, symbols, validity, source and standing of a number. */
export function Explanation({
  title,
  formula,
  symbols,
  validity,
  source,
  assumption,
  children,
  footnote,
}: ExplanationProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.explanation}>
      <h3>{title}</h3>
      <div className={classes.formula}>{formula}</div>
      <p>{symbols}</p>
      {children}
      <p>{validity}</p>
      <p>
        <strong>{t('explain.source')}</strong> {source}
      </p>
      <p>
        <strong>{t('explain.standing')}</strong> {t(assumption ? 'explain.assumption' : 'explain.published')} {footnote}
      </p>
    </div>
  );
}

/** The texts of a metric in the user's language. */
export function useMetricTexts(metric: MetricKey) {
  const { t } = useTranslation('metrics');
  const text = (part: 'name' | 'formula' | 'symbols' | 'validity' | 'source') => t(`${metric}.${part}`);
  return {
    title: text('name'),
    formula: text('formula'),
    symbols: text('symbols'),
    validity: text('validity'),
    source: text('source'),
    assumption: METRIC_DEFINITIONS[metric].status === 'assumption',
  };
}

/** What a metric is, for a popover beside its value. */
export function MetricExplanation({ metric, children }: { metric: MetricKey; children?: ReactNode }) {
  return <Explanation {...useMetricTexts(metric)}>{children}</Explanation>;
}
