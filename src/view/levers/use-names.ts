import { useTranslation } from 'react-i18next';
import { MEASURE_IDS, type MeasureId, type RowPlan } from '../../frame/levers';

const isMeasure = (id: string): id is MeasureId => (MEASURE_IDS as readonly string[]).includes(id);

/** Names of rows, which are single measures or rows of their own, and of measures in a list. */
export function useNames(): { row: (plan: RowPlan) => string; list: (ids: readonly MeasureId[]) => string } {
  const { t, i18n } = useTranslation('levers');
  return {
    row: ({ id }) => (isMeasure(id) ? t(`measure.${id}.name`) : t(`row.${id}`)),
    list: (ids) => ids.map((id) => t(`measure.${id}.name`)).join(i18n.language === 'zh' ? '、' : ', '),
  };
}
