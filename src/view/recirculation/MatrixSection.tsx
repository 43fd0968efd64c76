import { SegmentedControl, Select } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recirculation } from '../../frame/recirculation';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { download } from '../app/download';
import { IconButton } from '../app/IconButton';
import { type Cell, MatrixPicture } from './MatrixPicture';
import { MATRIX_MODES, MATRIX_ORDERS, type MatrixMode, type MatrixOrder, matrixCsv, matrixOf, orderOf } from './matrix';
import classes from './recirculation.module.css';
import { ShadeScale } from './ShadeScale';
import { useRackNames } from './use-rack-names';
import { cellText } from './value-text';

/** Above this many racks their names would not fit beside the cells. */
const MOST_NAMES = 30;

/** Names along one side of the picture; the sentence below says them too, so they are not read aloud. */
function AxisNames({ names, className }: { names: readonly string[]; className: string | undefined }) {
  return (
    <span className={className} aria-hidden>
      {names.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two racks may share a name; the place tells them apart
        <span key={index}>{name}</span>
      ))}
    </span>
  );
}

/** The racks against each other, in one of three measures and orders. */
export function MatrixSection({ result }: { result: Recirculation }) {
  const { t } = useTranslation('recirculation');
  const [mode, setMode] = useState<MatrixMode>('share');
  const [order, setOrder] = useState<MatrixOrder>('position');
  const [at, setAt] = useState<Cell | null>(null);
  const site = useDocument((state) => state.site);
  const nameOf = useRackNames();
  const matrix = useMemo(() => matrixOf(result, mode), [result, mode]);
  const indices = useMemo(() => orderOf(result, order, site), [result, order, site]);
  const pair = (cell: Cell) => ({
    taker: result.rackIds[indices[cell.row]!]!,
    giver: result.rackIds[indices[cell.column]!]!,
    value: matrix.values[indices[cell.row]! * matrix.size + indices[cell.column]!]!,
  });
  const choose = (cell: Cell) => {
    const { taker, giver } = pair(cell);
    const ids = taker === giver ? [taker] : [giver, taker];
    useSelection.getState().select(ids.map((id) => ({ kind: 'rack', id })));
  };
  const sentence = (cell: Cell) => {
    const { taker, giver, value } = pair(cell);
    const key = taker === giver ? `sentence.own.${mode}` : `sentence.${mode}`;
    return t(key, { value: cellText(value, mode), taker: nameOf(taker), giver: nameOf(giver) });
  };
  const labels = matrix.size <= MOST_NAMES ? Array.from(indices, (index) => nameOf(result.rackIds[index]!)) : null;
  const save = () => {
    const stem = useDocument.getState().fileName.replace(/\.json$/i, '');
    download(`${stem}-recirculation-${mode}.csv`, new Blob([matrixCsv(result, mode)], { type: 'text/csv' }));
  };
  return (
    <section className={classes.section} aria-label={t('matrix.title')}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('mode.title')}
          value={mode}
          onChange={(value) => setMode(value as MatrixMode)}
          data={MATRIX_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
          data-testid="recirculation-mode"
        />
        <Select
          size="xs"
          aria-label={t('order.title')}
          value={order}
          allowDeselect={false}
          onChange={(value) => setOrder(value as MatrixOrder)}
          data={MATRIX_ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
          className={classes.order}
          data-testid="recirculation-order"
        />
        <IconButton label={t('export')} onClick={save} size={26} testId="recirculation-csv">
          <IconFileTypeCsv size={16} />
        </IconButton>
      </div>
      <div className={classes.axes}>
        <span className={classes.takerAxis}>{t('matrix.takers')}</span>
        <span className={classes.giverAxis}>{t('matrix.givers')}</span>
        {labels !== null && (
          <>
            <AxisNames names={labels} className={classes.takerNames} />
            <AxisNames names={labels} className={classes.giverNames} />
          </>
        )}
        <MatrixPicture
          matrix={matrix}
          order={indices}
          at={at}
          onMove={setAt}
          onChoose={choose}
          label={t('matrix.label', { count: matrix.size })}
        />
      </div>
      <p className={classes.sentence} role="status" data-testid="recirculation-sentence">
        {at === null ? t('matrix.hint') : sentence(at)}
      </p>
      <ShadeScale largest={matrix.largest} mode={mode} />
    </section>
  );
}
