import { Button, CloseButton } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { simulationLink } from '../../store/link';
import { type RunFault, useRun } from '../../store/run';
import { formatClock } from '../numbers/format';
import { IssueList } from './IssueList';
import { openFirstSite } from './open-site';
import classes from './stage.module.css';

function WaysOut({ fault }: { fault: RunFault }) {
  const { t } = useTranslation();
  const canUndo = useDocument((state) => state.canUndo);
  const { undo } = useDocument.getState();
  const { reset, play, dismissFault } = useRun.getState();
  const goOn = () => {
    dismissFault(fault.id);
    simulationLink()?.shortenAirSteps(0.5);
    play();
  };
  const undoAndGoOn = () => {
    undo();
    if (fault.source === 'run') play();
  };
  return (
    <div className={classes.bannerActions}>
      {fault.wentBackToSeconds !== undefined && fault.layoutKept !== false && (
        <Button size="xs" onClick={goOn} data-testid="fault-go-on">
          {t('fault.goOn', { time: formatClock(fault.wentBackToSeconds) })}
        </Button>
      )}
      {canUndo && (
        <Button size="xs" onClick={undoAndGoOn} data-testid="fault-undo">
          {t('fault.undo')}
        </Button>
      )}
      {fault.source === 'run' && (
        <Button size="xs" variant="default" onClick={reset}>
          {t('fault.reset')}
        </Button>
      )}
      {fault.source === 'load' && !canUndo && (
        <Button size="xs" variant="default" onClick={() => void openFirstSite()}>
          {t('fault.openStarter')}
        </Button>
      )}
    </div>
  );
}

/** What went wrong in the simulation, where, and the ways out. */
export function FaultBanner() {
  const { t } = useTranslation();
  const faults = useRun((state) => state.faults);
  const dismiss = useRun((state) => state.dismissFault);
  return faults.map((fault) => (
    <div key={fault.id} className={classes.banner} role="alert" data-testid="fault">
      <IconAlertOctagon size={20} color="var(--alarm)" aria-hidden="true" />
      <div className={classes.bannerBody}>
        <div className={classes.bannerTitle}>{t(`fault.${fault.source}`, { time: formatClock(fault.atSeconds) })}</div>
        <div>{fault.message}</div>
        {fault.wentBackToSeconds !== undefined && (
          <div>
            {t(fault.layoutKept === false ? 'fault.wentBehindEdit' : 'fault.wentBack', {
              time: formatClock(fault.wentBackToSeconds),
            })}
          </div>
        )}
        <IssueList issues={fault.issues.slice(0, 5)} />
        <WaysOut fault={fault} />
      </div>
      <CloseButton size="sm" aria-label={t('fault.dismiss')} onClick={() => dismiss(fault.id)} />
    </div>
  ));
}
