import { useTranslation } from 'react-i18next';
import type { Recirculation } from '../../frame/recirculation';
import { formatIndex, formatPercentValue, joinShown } from '../numbers/format';
import classes from './recirculation.module.css';
import { secondsText, shareText } from './value-text';

/** Share of all the racks' air that last left a rack. */
function recirculatedShare({ rackIds, share, takenM3s, givenM3s }: Recirculation): number {
  let flow = 0;
  let again = 0;
  for (let taker = 0; taker < rackIds.length; taker++) {
    flow += takenM3s[taker]!;
    for (let giver = 0; giver < rackIds.length; giver++) {
      again += share[taker * givenM3s.length + giver]! * takenM3s[taker]!;
    }
  }
  return flow > 0 ? again / flow : Number.NaN;
}

/** The room in six numbers, each with what it means on demand. */
export function RoomNumbers({ result }: { result: Recirculation }) {
  const { t } = useTranslation('recirculation');
  const numbers = [
    ['recirculated', shareText(recirculatedShare(result))],
    ['shi', joinShown(formatIndex(result.shi))],
    ['rhi', joinShown(formatIndex(result.rhi))],
    ['rti', joinShown(formatPercentValue(result.rti))],
    ['age', secondsText(result.roomAgeSeconds)],
    ['residence', secondsText(result.residenceSeconds)],
  ] as const;
  return (
    <dl className={classes.numbers} data-testid="recirculation-numbers">
      {numbers.map(([id, text]) => (
        <div key={id} title={t(`number.${id}.meaning`)}>
          <dt>{t(`number.${id}.name`)}</dt>
          <dd data-number={id}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
