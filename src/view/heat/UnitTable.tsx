import { useTranslation } from 'react-i18next';
import type { Frame, FrameBlock } from '../../frame/layout';
import { labelOf } from '../../site/entity';
import type { Site } from '../../site/schema/site';
import { formatAirflow, formatCelsius, formatShare, type Shown } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './heat.module.css';
import { formatFlow, formatHeat } from './water-format';

interface Column {
  id: string;
  block: FrameBlock;
  format: (value: number) => Shown;
}

const AIR: readonly Column[] = [
  { id: 'airflow', block: 'unitAirflowM3s', format: formatAirflow },
  { id: 'return', block: 'unitReturnCelsius', format: formatCelsius },
  { id: 'supply', block: 'unitSupplyCelsius', format: formatCelsius },
  { id: 'setpoint', block: 'unitSetpointCelsius', format: formatCelsius },
  { id: 'speed', block: 'unitFanSpeed', format: formatShare },
  { id: 'heat', block: 'unitHeatW', format: formatHeat },
  { id: 'power', block: 'unitPowerW', format: formatHeat },
];
const WATER: readonly Column[] = [
  { id: 'water', block: 'unitWaterLps', format: formatFlow },
  { id: 'valve', block: 'unitValveShare', format: formatShare },
];
const OUTDOOR: readonly Column[] = [
  { id: 'freeHeat', block: 'unitFreeHeatW', format: formatHeat },
  { id: 'freeShare', block: 'unitFreeShare', format: formatShare },
];

/** The cooling units one by one. */
export function UnitTable({ site }: { site: Site }) {
  const { t } = useTranslation('heat');
  const columns = [
    ...AIR,
    ...(site.plant?.kind === 'chilled-water' ? WATER : []),
    ...(site.coolingUnits.some(({ economiser }) => economiser !== undefined) ? OUTDOOR : []),
  ];
  const read = (block: FrameBlock, id: string) => (frame: Frame) => {
    const n = frame.layout.unitIds.indexOf(id);
    return n < 0 ? Number.NaN : frame.blocks[block][n]!;
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('unit.name')}</th>
            {columns.map(({ id }) => (
              <th key={id} scope="col" className={classes.numeric}>
                {t(`unit.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {site.coolingUnits.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{labelOf(unit)}</th>
              {columns.map(({ id, block, format }) => (
                <td key={id}>
                  <LiveNumber read={read(block, unit.id)} format={format} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
