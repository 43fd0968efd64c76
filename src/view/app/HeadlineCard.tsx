import { Popover, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { ashraeLimits } from '../../site/ashrae';
import { useBaseline } from '../../store/baseline';
import { useDocument } from '../../store/document';
import { useRun } from '../../store/run';
import { formatDelta, UNKNOWN } from '../numbers/format';
import { useSlowFrame } from '../numbers/use-slow-frame';
import { HeadlineExplanation } from './HeadlineExplanation';
import { type Headline, type MissingPart, missingParts } from './headlines';
import classes from './headlines.module.css';
import { InletVerdict } from './InletVerdict';

/** Share of the settling that is shown, %; null when the air has settled. */
function useSettling(): number | null {
  return useRun((state) => (state.settling ? Math.min(99, Math.round(state.settleProgress * 100)) : null));
}

function CardNumber({ headline }: { headline: Headline }) {
  const text = useRef<HTMLSpanElement>(null);
  const unit = useRef<HTMLSpanElement>(null);
  useSlowFrame((frame) => {
    const value = frame === null ? Number.NaN : readScalar(frame, headline.scalar);
    const shown = headline.format(value, frame?.layout ?? null);
    if (text.current) text.current.textContent = shown.text;
    if (unit.current) unit.current.textContent = shown.text === UNKNOWN ? '' : shown.unit;
  });
  return (
    <span className={classes.value} data-testid={`headline-${headline.id}`}>
      <span ref={text} />
      <span ref={unit} className={classes.unit} />
    </span>
  );
}

/** The change since the last edit. */
function CardDelta({ headline }: { headline: Headline }) {
  const delta = useRef<HTMLSpanElement>(null);
  const baseline = useBaseline((state) => state.baseline);
  useSlowFrame((frame) => {
    if (delta.current === null) return;
    const before = baseline?.scalars[headline.scalar] ?? Number.NaN;
    const now = frame === null ? Number.NaN : readScalar(frame, headline.scalar);
    delta.current.textContent =
      formatDelta(before, now, (value) => headline.format(value, frame?.layout ?? null)) ?? '';
  });
  return <span ref={delta} className={classes.delta} data-testid={`headline-${headline.id}-delta`} />;
}

/** Why the number is not known; nothing where it is. */
function UnknownReason({ headline }: { headline: Headline }) {
  const { t } = useTranslation();
  const site = useDocument((state) => state.site);
  const [part, setPart] = useState<MissingPart | null>(null);
  useSlowFrame((frame) => {
    const known = frame !== null && Number.isFinite(readScalar(frame, headline.scalar));
    setPart(known ? null : (missingParts(headline.id, site, frame?.layout.workUnit ?? null)[0] ?? null));
  });
  return part === null ? null : <span>{t('headline.unknown', { part: t(`missingShort.${part}`) })}</span>;
}

/** One headline number; pressing it tells what it is made of. */
export function HeadlineCard({ headline }: { headline: Headline }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const settling = useSettling();
  const isInlet = headline.id === 'worstInlet';
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withArrow shadow="md" width={360} trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.card}
          data-settling={settling !== null || undefined}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
          aria-haspopup="dialog"
        >
          <span className={classes.label}>{t(`headline.${headline.id}`)}</span>
          <span className={classes.line}>
            <CardNumber headline={headline} />
            {isInlet && <CardDelta headline={headline} />}
          </span>
          <span className={classes.foot}>
            {isInlet && settling === null && (
              <InletVerdict limits={ashraeLimits(ashraeClass)} ashraeClass={ashraeClass} />
            )}
            {!isInlet && <CardDelta headline={headline} />}
            {!isInlet && settling === null && <UnknownReason headline={headline} />}
            {settling !== null && <span>{t('headline.settling', { percent: settling })}</span>}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{opened && <HeadlineExplanation headline={headline} />}</Popover.Dropdown>
    </Popover>
  );
}
