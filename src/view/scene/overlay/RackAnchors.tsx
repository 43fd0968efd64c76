import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../site/entity';
import type { Rack } from '../../../site/schema/rack';
import { useDocument } from '../../../store/document';
import type { ViewBridge } from '../camera/view-bridge';
import { pickEntity } from '../interact/pick';
import classes from './overlay.module.css';

/** Above this many racks it is not worked out which are hidden behind others. */
const MAX_VISIBILITY_CHECKS = 1500;

/** The point by which a rack is taken: the middle of its top. */
const anchorOf = ({ position, size }: Rack) => ({ x: position.x, y: position.y, z: size.height });

/**
 * Where each rack is on the screen, for assistive technology and tests: a list with the racks' names, and in its data
 * attributes the client coordinates (CSS px) of the middle of the top and whether it is in view there.
 * Brought up to date when the camera comes to rest and when the document changes.
 */
export function RackAnchors({ bridge }: { bridge: ViewBridge }) {
  const { t } = useTranslation('scene');
  const racks = useDocument((state) => state.site.racks);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const write = () => {
      const root = list.current!;
      const rect = root.parentElement!.getBoundingClientRect();
      const { site } = useDocument.getState();
      const check = racks.length <= MAX_VISIBILITY_CHECKS;
      racks.forEach((rack, i) => {
        const { x, y, inView } = bridge.project(anchorOf(rack));
        const ray = check && inView ? bridge.ray(x, y) : null;
        const top = ray && pickEntity(site, ray, { ceiling: false, containment: false });
        const { dataset } = root.children[i] as HTMLElement;
        dataset.x = (rect.left + x).toFixed(1);
        dataset.y = (rect.top + y).toFixed(1);
        dataset.visible = String(inView && (!check || top?.ref.id === rack.id));
      });
    };
    write();
    return bridge.onRest(write);
  }, [bridge, racks]);
  return (
    <div ref={list} role="list" aria-label={t('anchors')} className={classes.anchors}>
      {racks.map((rack) => (
        <div key={rack.id} role="listitem" data-testid="rack-anchor" data-rack-id={rack.id}>
          {labelOf(rack)}
        </div>
      ))}
    </div>
  );
}
