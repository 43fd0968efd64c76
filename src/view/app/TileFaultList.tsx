import { UnstyledButton } from '@mantine/core';
import { IconArrowBarDown, IconArrowBarToUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../../store/selection';
import type { TileFlowFault } from '../../store/tile-flow';
import { formatAirflow, formatShare } from '../numbers/format';
import classes from './issues.module.css';

/** More than this is a state of the floor, not a list to read. */
const MOST_SHOWN = 40;

/** Tiles that give too little air or draw it down, as the air moves now; a click selects the tile. */
export function TileFaultList({ faults }: { faults: readonly TileFlowFault[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} data-testid="tile-faults">
      {faults.slice(0, MOST_SHOWN).map(({ id, kind, airflowM3s, share }) => {
        const Icon = kind === 'reversed' ? IconArrowBarDown : IconArrowBarToUp;
        const flow = formatAirflow(airflowM3s);
        const part = formatShare(share);
        return (
          <li key={id} className={classes.issue} data-severity="warning" data-code={`tile-${kind}`}>
            <Icon size={16} className={classes.icon} aria-hidden="true" />
            <UnstyledButton
              className={classes.target}
              onClick={() => useSelection.getState().select([{ kind: 'tile', id }])}
            >
              <span className={classes.message}>
                {t(`tileFault.${kind}`, { id, flow: `${flow.text} ${flow.unit}`, share: `${part.text} ${part.unit}` })}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
      {faults.length > MOST_SHOWN && (
        <li className={classes.remedy}>{t('tileFault.more', { count: faults.length - MOST_SHOWN })}</li>
      )}
      <li className={classes.remedy}>{t('tileFault.remedy')}</li>
    </ul>
  );
}
