import { Button, Progress, SegmentedControl, Select } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { optimumOf } from '../../frame/lesson';
import { useDocument } from '../../store/document';
import { LESSON_CELSIUS, type LessonRoom, useLesson } from '../../store/lesson';
import { issueText } from '../i18n/issue-text';
import classes from './lesson.module.css';
import { PartsFigure } from './PartsFigure';
import { SweepTable } from './SweepTable';
import { SweepVerdict } from './SweepVerdict';
import { TotalFigure } from './TotalFigure';
import { mooreCop, saving } from './toy';

const LOADS = [0.3, 0.6, 0.8, 1];

/** Total power against supply temperature, computed by the engine on request. */
export function SupplySweep() {
  const { t, i18n } = useTranslation('lesson');
  const { status, points, failure, start, cancel } = useLesson();
  const siteName = useDocument((state) => state.site.name);
  const [room, setRoom] = useState<LessonRoom>('one-rack');
  const [load, setLoad] = useState('1');
  const running = status === 'running';
  const done = points.length;
  const total = LESSON_CELSIUS.length;
  const cops = {
    cop15: mooreCop(15).toFixed(2),
    cop20: mooreCop(20).toFixed(2),
    saved: Math.round(100 * saving(1 / mooreCop(15), 1 / mooreCop(20))),
  };
  const message =
    failure === null ? '' : failure.issues[0] ? issueText(failure.issues[0], i18n.language).message : failure.message;
  return (
    <section className={classes.claim} data-testid="lesson-sweep" data-status={status}>
      <h2>{t('sweep.title')}</h2>
      <p>{t('sweep.intro', cops)}</p>
      <div className={classes.controls}>
        <div>
          <span className={classes.controlName}>{t('sweep.room')}</span>
          <SegmentedControl
            size="xs"
            value={room}
            onChange={(value) => setRoom(value as LessonRoom)}
            data={[
              { value: 'one-rack', label: t('sweep.oneRack') },
              { value: 'site', label: t('sweep.thisSite', { site: siteName }) },
            ]}
            aria-label={t('sweep.room')}
            disabled={running}
          />
        </div>
        <Select
          size="xs"
          className={classes.loadField}
          label={t('sweep.load')}
          value={load}
          onChange={(value) => value !== null && setLoad(value)}
          data={LOADS.map((share) => ({ value: String(share), label: `${Math.round(100 * share)} %` }))}
          allowDeselect={false}
          disabled={running}
        />
        {running ? (
          <Button size="xs" variant="default" leftSection={<IconX size={14} />} onClick={cancel}>
            {t('sweep.cancel')}
          </Button>
        ) : (
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={14} />}
            onClick={() => start(room, Number(load))}
            data-testid="lesson-run"
          >
            {t(done > 0 ? 'sweep.again' : 'sweep.run')}
          </Button>
        )}
      </div>
      {running && (
        <div role="status">
          <p className={classes.progress}>
            {t('sweep.progress', { celsius: LESSON_CELSIUS[Math.min(done, total - 1)], done, total })}
          </p>
          <Progress value={(100 * done) / total} size="xs" color="var(--accent)" aria-label={t('sweep.title')} />
        </div>
      )}
      {status === 'cancelled' && <p className={classes.dim}>{t('sweep.cancelled', { done, total })}</p>}
      {status === 'failed' && <p className={classes.failure}>{t('sweep.failed', { message })}</p>}
      {status === 'idle' && <p className={classes.dim}>{t('sweep.empty')}</p>}
      {done > 0 && (
        <>
          {!running && <SweepVerdict points={points} optimum={optimumOf(points)} />}
          <div className={classes.figures}>
            <TotalFigure points={points} optimum={running ? null : optimumOf(points)} />
            <PartsFigure points={points} />
          </div>
          <p>{t('sweep.pueNote')}</p>
          <SweepTable points={points} />
        </>
      )}
      <p className={classes.source}>{t('sweep.how')}</p>
    </section>
  );
}
