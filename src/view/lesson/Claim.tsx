import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './lesson.module.css';

interface ClaimProps {
  title: string;
  /** What the primer writes. */
  formula: string;
  children: ReactNode;
  /** What holds instead. */
  real: string;
  realText?: string;
}

/** One formula of the primer: as it stands, why it is wrong, what holds instead. */
export function Claim({ title, formula, children, real, realText }: ClaimProps) {
  const { t } = useTranslation('lesson');
  return (
    <section className={classes.claim}>
      <h2>{title}</h2>
      <p className={classes.label}>{t('says')}</p>
      <p className={classes.toy}>{formula}</p>
      {children}
      <p className={classes.label}>{t('instead')}</p>
      <p className={classes.real}>{real}</p>
      {realText !== undefined && <p>{realText}</p>}
    </section>
  );
}
