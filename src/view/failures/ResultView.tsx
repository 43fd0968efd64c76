import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FAILURE_THRESHOLDS, type FailureResult, verdictOf } from '../../frame/failure';
import { failureCsv } from '../../frame/failure-csv';
import { useFailures } from '../../store/failures';
import { download } from '../app/download';
import { useRackNames } from '../recirculation/use-rack-names';
import classes from './failures.module.css';
import { HeatUpChart } from './HeatUpChart';
import { ResultTable } from './ResultTable';
import { allowableMarks, firstAnewSeconds, isKnown, minutesText } from './result-text';
import { ServersNote } from './ServersNote';
import { SupplyNote } from './SupplyNote';
import { FailureVerdictMark } from './VerdictMark';

/** More labels than this in the scene would hide it. */
const MOST_MARKS = 10;

/** One failure in full: verdict, who goes first, inlets over time, every rack. */
export function ResultView({ result }: { result: FailureResult }) {
  const { t } = useTranslation('failures');
  const nameOf = useRackNames();
  const [rackId, setRackId] = useState<string | null>(null);
  useEffect(() => {
    const { setMarks } = useFailures.getState();
    setMarks(allowableMarks(result, MOST_MARKS));
    return () => setMarks(null);
  }, [result]);
  const save = () =>
    download(`${result.name.replace(/[^\w.-]+/g, '-')}.csv`, new Blob([failureCsv(result)], { type: 'text/csv' }));
  return (
    <section
      className={classes.section}
      aria-label={t('result.title', { name: result.name })}
      data-testid="failure-result"
    >
      <div className={classes.row}>
        <h3 className={`${classes.heading} ${classes.grow}`}>{result.name}</h3>
        <FailureVerdictMark verdict={verdictOf(result)} />
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={13} />}
          onClick={save}
          data-testid="failure-csv"
        >
          CSV
        </Button>
      </div>
      <dl className={classes.firsts}>
        {FAILURE_THRESHOLDS.map((name) => (
          <div key={name}>
            <dt>{t(`threshold.${name}`)}</dt>
            <dd>{firstText(name)}</dd>
          </div>
        ))}
      </dl>
      <HeatUpChart result={result} rackId={rackId} />
      <ResultTable result={result} chosen={rackId} onChoose={setRackId} />
      <ServersNote result={result} />
      <SupplyNote result={result} />
      <p className={classes.note}>{t('result.marks')}</p>
      <p className={classes.note}>
        {t('result.closure', {
          percent: (result.worstEnergyBalanceError * 100).toFixed(3),
          heat: (result.coolingHeatJ / 3.6e6).toFixed(2),
        })}
      </p>
    </section>
  );

  function firstText(name: (typeof FAILURE_THRESHOLDS)[number]): string {
    if (!isKnown(result, name)) return t('result.unknown');
    const seconds = firstAnewSeconds(result, name);
    if (seconds === null) return t('result.never', { minutes: Math.round(result.playedSeconds / 60) });
    const first = result.racks.find(({ thresholds }) => thresholds[name].atSeconds === seconds)!;
    return t('result.first', { minutes: minutesText(seconds), rack: nameOf(first.rackId) });
  }
}
