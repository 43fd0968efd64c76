import { useTranslation } from 'react-i18next';
import { ashraeLimits } from '../../site/ashrae';
import { useDocument } from '../../store/document';
import { latestFrame } from '../../store/frames';
import { LiveNumber } from '../numbers/LiveNumber';
import type { ListedMetric } from './metric-list';
import classes from './power.module.css';

/** The numbers that go into a metric, as they are now. */
export function MetricInputs({ listed }: { listed: ListedMetric }) {
  const { t } = useTranslation(['power', 'app']);
  const limits = ashraeLimits(useDocument((state) => state.site.ashraeClass));
  return (
    <table className={classes.inputs}>
      <caption>{t('app:explain.now')}</caption>
      <tbody>
        {listed.inputs.map(({ id, read, format }) => (
          <tr key={id}>
            <th scope="row">{t(`input.${id}`)}</th>
            <td>
              <LiveNumber read={(frame) => read(frame, { limits })} format={(value) => format(value, latestFrame())} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
