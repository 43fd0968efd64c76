import { useEffect, useMemo, useState } from 'react';
import { type EntityRef, entityBox } from '../../../site/entity';
import { rackBox } from '../../../site/footprint';
import type { Site } from '../../../site/schema/site';
import { useDocument } from '../../../store/document';
import { useSelection } from '../../../store/selection';
import { useViewOptions } from '../../../store/view-options';
import type { ViewBridge } from '../camera/view-bridge';
import { hitBox } from '../interact/pick';

/** Only the last few selected are kept in sight. */
const MAX_KEPT_IN_SIGHT = 4;

/** Racks that stand between the camera and the middle of what is selected. */
export function racksInTheWay(
  site: Site,
  selected: readonly EntityRef[],
  eye: { x: number; y: number; z: number },
): string[] {
  const chosen = new Set(selected.filter(({ kind }) => kind === 'rack').map(({ id }) => id));
  const ghosts = new Set<string>();
  for (const ref of selected.slice(-MAX_KEPT_IN_SIGHT)) {
    const box = entityBox(site, ref);
    if (box === null) continue;
    const to = {
      x: (box.min.x + box.max.x) / 2 - eye.x,
      y: (box.min.y + box.max.y) / 2 - eye.y,
      z: (box.min.z + box.max.z) / 2 - eye.z,
    };
    const distance = Math.hypot(to.x, to.y, to.z);
    const ray = { origin: eye, direction: { x: to.x / distance, y: to.y / distance, z: to.z / distance } };
    const own = hitBox(ray, box) ?? distance;
    for (const rack of site.racks) {
      if (chosen.has(rack.id)) continue;
      const hit = hitBox(ray, rackBox(rack));
      if (hit !== null && hit > 0 && hit < own - 0.01) ghosts.add(rack.id);
    }
  }
  return [...ghosts];
}

/** Ids of the racks to ghost; worked out when the camera rests or the selection changes, in the orbit view only. */
export function useGhosts(bridge: ViewBridge): ReadonlySet<string> {
  const [ghosts, setGhosts] = useState<string>('');
  useEffect(() => {
    const update = () => {
      const { selected } = useSelection.getState();
      const { cameraMode } = useViewOptions.getState();
      const eye = bridge.camera?.position;
      if (selected.length === 0 || cameraMode !== 'orbit' || eye === undefined) setGhosts('');
      else setGhosts(racksInTheWay(useDocument.getState().site, selected, eye).join('\n'));
    };
    const stops = [
      bridge.onRest(update),
      useSelection.subscribe((state, before) => {
        if (state.selected !== before.selected) update();
      }),
      useDocument.subscribe((state, before) => {
        if (state.site !== before.site) update();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [bridge]);
  return useMemo(() => new Set(ghosts === '' ? [] : ghosts.split('\n')), [ghosts]);
}
