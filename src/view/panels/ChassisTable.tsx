import { useTranslation } from 'react-i18next';
import type { FrameBlock } from '../../frame/layout';
import type { Rack } from '../../site/schema/rack';
import { formatAirflow, formatCelsius, formatKilowatts, type Shown } from '../numbers/format';
import { entityValue } from '../numbers/frame-index';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './panels.module.css';
import { Section } from './Section';

const bare = (format: (value: number) => Shown) => (value: number) => ({ ...format(value), unit: '' });

const columns: readonly { id: string; unit: string; block: FrameBlock; format(value: number): Shown }[] = [
  { id: 'power', unit: 'kW', block: 'chassisPowerW', format: bare(formatKilowatts) },
  { id: 'flow', unit: 'm³/s', block: 'chassisAirflowM3s', format: bare(formatAirflow) },
  { id: 'inlet', unit: '°C', block: 'chassisInletCelsius', format: bare(formatCelsius) },
  { id: 'outlet', unit: '°C', block: 'chassisOutletCelsius', format: bare(formatCelsius) },
];

/** Every chassis of a rack, top first, as it stands in the rack. */
export function ChassisTable({ rack }: { rack: Rack }) {
  const { t } = useTranslation('panels');
  const contents = [...rack.contents].sort((a, b) => b.uStart - a.uStart);
  if (contents.length === 0) return <p className={classes.hint}>{t('chassis.empty')}</p>;
  return (
    <Section id="chassis" title={t('chassis.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">U</th>
            {columns.map(({ id, unit }) => (
              <th key={id} scope="col">
                {t(`chassis.${id}`)} <span className={classes.dim}>{unit}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contents.map((content) => (
            <tr key={content.id} title={content.id}>
              <th scope="row">
                {content.uSize === 1 ? content.uStart : `${content.uStart}–${content.uStart + content.uSize - 1}`}
              </th>
              {columns.map(({ id, block, format }) => (
                <td key={id}>
                  <LiveNumber
                    read={(frame) =>
                      entityValue(frame.layout.chassisIds, frame.blocks[block], `${rack.id}/${content.id}`)
                    }
                    format={format}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
