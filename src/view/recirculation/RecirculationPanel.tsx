import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recirculation } from '../../frame/recirculation';
import { useDocument } from '../../store/document';
import { isStale, useRecirculation } from '../../store/recirculation';
import { useRun } from '../../store/run';
import { ComputeBar } from './ComputeBar';
import { MatrixSection } from './MatrixSection';
import { RankingList } from './RankingList';
import { RoomNumbers } from './RoomNumbers';
import { worstGivers, worstTakers } from './ranking';
import classes from './recirculation.module.css';

function Answer({ result }: { result: Recirculation }) {
  const revision = useDocument((state) => state.revision);
  const takers = useMemo(() => worstTakers(result), [result]);
  const givers = useMemo(() => worstGivers(result), [result]);
  return (
    <div className={classes.answer} data-stale={isStale(result, revision) || undefined}>
      <RoomNumbers result={result} />
      <MatrixSection result={result} />
      <div className={classes.rankings}>
        <RankingList id="takers" rows={takers} />
        <RankingList id="givers" rows={givers} />
      </div>
    </div>
  );
}

/** Who breathes whose air: the first answer is computed as soon as the air has settled. */
export function RecirculationPanel() {
  const { t } = useTranslation('recirculation');
  const result = useRecirculation((state) => state.result);
  const calm = useRun((state) => state.status === 'ready' && !state.settling);
  const empty = useDocument((state) => state.site.racks.length === 0);
  useEffect(() => {
    const { status, result: known, compute } = useRecirculation.getState();
    if (calm && !empty && status === 'idle' && known === null) compute();
  }, [calm, empty]);
  if (empty) return <p className={classes.note}>{t('noRacks')}</p>;
  return (
    <div className={classes.panel}>
      <ComputeBar />
      {result !== null && <Answer key={result.revision} result={result} />}
      <p className={classes.note}>{t('method')}</p>
    </div>
  );
}
