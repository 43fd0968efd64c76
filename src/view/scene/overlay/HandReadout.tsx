import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { entityBox } from '../../../site/entity';
import type { Box } from '../../../site/footprint';
import type { Point } from '../../../site/schema/geometry';
import { latestPreview, subscribePreview } from '../../../store/frames';
import { inHandOf, useInteraction } from '../../../store/interaction';
import type { PreviewFrame } from '../../../worker/protocol';
import type { ViewBridge } from '../camera/view-bridge';
import { obstructionWords } from '../interact/edit-words';
import { useNotice } from '../interact/notice';
import { coarseInlets } from './coarse-inlets';
import { distanceLines } from './distance-lines';
import classes from './overlay.module.css';

/** Box around everything in the hand. */
function handBox(hand: NonNullable<ReturnType<typeof inHandOf>>): Box | null {
  const boxes = hand.refs.flatMap((ref) => entityBox(hand.held, ref) ?? []);
  if (boxes.length === 0) return null;
  const pick = (end: 'min' | 'max', axis: keyof Point) => Math[end](...boxes.map((box) => box[end][axis]));
  return {
    min: { x: pick('min', 'x'), y: pick('min', 'y'), z: pick('min', 'z') },
    max: { x: pick('max', 'x'), y: pick('max', 'y'), z: pick('max', 'z') },
  };
}

/** The coarse temperatures of the layout in the hand, rewritten as each answer arrives. */
function CoarseAnswer({ rackIds }: { rackIds: readonly string[] }) {
  const { t } = useTranslation('scene');
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (preview: PreviewFrame | null) => {
      if (text.current === null) return;
      const parts: string[] = [];
      if (preview !== null) {
        const { held, room } = coarseInlets(preview, rackIds);
        if (!Number.isNaN(held)) parts.push(t('hand.held', { celsius: held.toFixed(0) }));
        if (!Number.isNaN(room)) parts.push(t('hand.room', { celsius: room.toFixed(0) }));
      }
      text.current.textContent = parts.join(' · ');
    };
    show(latestPreview());
    return subscribePreview(show);
  }, [rackIds, t]);
  return (
    <>
      <span ref={text} className={classes.coarse} data-testid="hand-coarse" />
      <span className={classes.coarseNote}>{t('hand.coarse')}</span>
    </>
  );
}

/** Middle of a label of `size` px that stays inside a view of `length` px. */
function kept(middle: number, size: number, length: number): number {
  const margin = size / 2 + 4;
  return Math.max(margin, Math.min(length - margin, middle));
}

/** While something is in the hand: its coarse temperatures, distances to the neighbours, what is in the way, and that the answer is coarse. */
export function HandReadout({ bridge }: { bridge: ViewBridge }) {
  const current = useInteraction((state) => state.current);
  const notice = useNotice((state) => state.text);
  const layer = useRef<HTMLDivElement>(null);
  const hand = inHandOf(current);
  const box = hand && handBox(hand);

  useEffect(() => {
    if (hand === null || box === null) return;
    const place = () => {
      for (const child of layer.current!.children as HTMLCollectionOf<HTMLElement>) {
        const [x, y, z] = child.dataset.at!.split(' ').map(Number) as [number, number, number];
        const at = bridge.project({ x, y, z });
        const left = kept(at.x, child.offsetWidth, bridge.width);
        const top = kept(at.y, child.offsetHeight, bridge.height);
        child.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`;
      }
    };
    place();
    return bridge.onView(place);
  });

  return (
    <>
      {hand !== null && box !== null && (
        <div ref={layer} className={classes.layer}>
          <div
            className={classes.verdict}
            data-at={`${(box.min.x + box.max.x) / 2} ${(box.min.y + box.max.y) / 2} ${box.max.z + 0.28}`}
            data-valid={hand.valid}
            data-testid="hand-verdict"
            role="status"
          >
            {hand.valid ? (
              <CoarseAnswer rackIds={hand.refs.flatMap(({ kind, id }) => (kind === 'rack' ? [id] : []))} />
            ) : (
              `✕ ${hand.obstruction === null ? '' : obstructionWords(hand.obstruction)}`
            )}
          </div>
          {hand.distances !== null &&
            distanceLines(box, hand.distances).map((line) => (
              <div
                key={line.side}
                className={classes.distance}
                data-at={`${(line.from.x + line.to.x) / 2} ${(line.from.y + line.to.y) / 2} ${line.from.z}`}
              >
                {line.metres.toFixed(2)} m
              </div>
            ))}
        </div>
      )}
      {notice !== null && (
        <div className={classes.notice} role="status">
          {notice}
        </div>
      )}
    </>
  );
}
