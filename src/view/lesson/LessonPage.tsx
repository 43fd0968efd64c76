import { useTranslation } from 'react-i18next';
import { Claim } from './Claim';
import { CoolingTable } from './CoolingTable';
import { Descent } from './Descent';
import classes from './lesson.module.css';
import { ScaleTable } from './ScaleTable';
import { SupplySweep } from './SupplySweep';

/** The primer's formulas, why each is wrong, and the real counterpart computed beside them. */
export function LessonPage() {
  const { t } = useTranslation('lesson');
  return (
    <article className={classes.page}>
      <p className={classes.lead}>{t('intro')}</p>
      <Claim title={t('energy.title')} formula={t('energy.formula')} real={t('energy.real')}>
        <p>{t('energy.example')}</p>
        <p className={classes.label}>{t('wrong')}</p>
        <p>{t('energy.slip')}</p>
        <p>{t('energy.units')}</p>
        <p>{t('energy.scales')}</p>
        <ScaleTable />
        <p>{t('energy.moral')}</p>
      </Claim>
      <Claim title={t('cooling.title')} formula={t('cooling.formula')} real={t('cooling.real')}>
        <p>{t('cooling.example')}</p>
        <p className={classes.label}>{t('wrong')}</p>
        <p>{t('cooling.linear')}</p>
        <CoolingTable />
        <p>{t('cooling.square')}</p>
      </Claim>
      <Claim
        title={t('performance.title')}
        formula={t('performance.formula')}
        real={t('performance.real')}
        realText={t('performance.realText')}
      >
        <p className={classes.label}>{t('wrong')}</p>
        <p>{t('performance.identity')}</p>
      </Claim>
      <Claim
        title={t('descent.title')}
        formula={t('descent.formula')}
        real={t('descent.real')}
        realText={t('descent.realText')}
      >
        <p className={classes.label}>{t('wrong')}</p>
        <p>{t('descent.saddle')}</p>
        <p>{t('descent.try')}</p>
        <Descent />
      </Claim>
      <SupplySweep />
    </article>
  );
}
