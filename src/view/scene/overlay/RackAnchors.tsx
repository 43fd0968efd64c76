import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../site/entity';
import type { Point } from '../../../site/schema/geometry';
import type { Rack } from '../../../site/schema/rack';
import type { Site } from '../../../site/schema/site';
import { useDocument } from '../../../store/document';
import type { ViewBridge } from '../camera/view-bridge';
import { isHidden } from '../interact/pick';
import classes from './overlay.module.css';

/** Time spent at once on working out which racks are hidden, ms. */
const SLICE_MS = 4;

/** The point by which a rack is taken: the middle of its top. */
const anchorOf = ({ position, size }: Rack) => ({ x: position.x, y: position.y, z: size.height });

function isUncovered(site: Site, bridge: ViewBridge, at: Point, x: number, y: number): boolean {
  const ray = bridge.ray(x, y);
  if (ray === null) return false;
  const { origin } = ray;
  return !isHidden(site, ray, Math.hypot(at.x - origin.x, at.y - origin.y, at.z - origin.z) - 0.02);
}

/**
 * Where each rack is on the screen, for assistive technology and tests: a list with the racks' names, and in its data
 * attributes the client coordinates (CSS px) of the middle of the top and whether it can be seen there.
 * Brought up to date, a little at a time, when the camera comes to rest and when the document changes.
 */
export function RackAnchors({ bridge }: { bridge: ViewBridge }) {
  const { t } = useTranslation('scene');
  const racks = useDocument((state) => state.site.racks);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const write = (from: number) => {
      const root = list.current!;
      const rect = root.parentElement!.getBoundingClientRect();
      const { site } = useDocument.getState();
      const until = performance.now() + SLICE_MS;
      let i = from;
      for (; i < racks.length && performance.now() < until; i++) {
        const at = anchorOf(racks[i]!);
        const { x, y, inView } = bridge.project(at);
        const { dataset } = root.children[i] as HTMLElement;
        dataset.x = (rect.left + x).toFixed(1);
        dataset.y = (rect.top + y).toFixed(1);
        dataset.visible = String(inView && isUncovered(site, bridge, at, x, y));
      }
      timer = i < racks.length ? setTimeout(() => write(i), 0) : null;
    };
    const restart = () => {
      if (timer !== null) clearTimeout(timer);
      // Before the first picture nothing is anywhere.
      if (bridge.camera !== null) write(0);
    };
    restart();
    const stop = bridge.onRest(restart);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [bridge, racks]);
  return (
    <ul ref={list} aria-label={t('anchors')} className={classes.anchors}>
      {racks.map((rack) => (
        <li key={rack.id} data-testid="rack-anchor" data-rack-id={rack.id}>
          {labelOf(rack)}
        </li>
      ))}
    </ul>
  );
}
