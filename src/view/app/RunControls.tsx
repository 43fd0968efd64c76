import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward, IconRotateClockwise } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../store/run';
import { IconButton } from './IconButton';

/** Play or pause, one step, and back to time zero. */
export function RunControls() {
  const { t } = useTranslation();
  const playing = useRun((state) => state.playing);
  const ready = useRun((state) => state.status === 'ready');
  const { play, pause, step, reset } = useRun.getState();
  return (
    <>
      <IconButton
        label={playing ? t('run.pause') : t('run.play')}
        shortcut={t('key.space')}
        onClick={playing ? pause : play}
        testId="play-pause"
      >
        {playing ? <IconPlayerPause size={18} /> : <IconPlayerPlay size={18} />}
      </IconButton>
      <IconButton label={t('run.step')} shortcut="." onClick={step} disabled={playing || !ready} testId="step">
        <IconPlayerSkipForward size={18} />
      </IconButton>
      <IconButton label={t('run.reset')} onClick={reset} disabled={!ready} testId="reset">
        <IconRotateClockwise size={18} />
      </IconButton>
    </>
  );
}
