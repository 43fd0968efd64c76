import { useEffect, useRef } from 'react';
import type { Point } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import { useDocument } from '../../../store/document';
import { useFailures } from '../../../store/failures';
import { latestFrame, subscribeSlowFrames } from '../../../store/frames';
import { shownSite, useInteraction } from '../../../store/interaction';
import { useSelection } from '../../../store/selection';
import { useViewOptions } from '../../../store/view-options';
import type { ViewBridge } from '../camera/view-bridge';
import { isHidden } from '../interact/pick';
import { useProbe } from '../interact/probe';
import { layoutLabels } from './label-layout';
import { type SceneLabel, sceneLabels } from './label-sources';
import classes from './overlay.module.css';

/** Guess of a text's width at the label's size, px; measuring would make the browser lay out at each turn of the camera. */
const PIXELS_PER_CHARACTER = 6.3;
const HEIGHT = 20;

/** Width of a text: wide (Chinese) characters count double. */
function textWidth(text: string): number {
  let units = 0;
  for (const character of text) units += character.charCodeAt(0) > 0x2e80 ? 2 : 1;
  return units * PIXELS_PER_CHARACTER;
}

/** Height of a line of a label of several lines, px. */
const LINE_HEIGHT = 13;

function labelHeight({ value, onMetres }: SceneLabel): number {
  return onMetres === undefined ? HEIGHT : value.split('\n').length * LINE_HEIGHT + 2;
}

function labelWidth({ name, value, onMetres }: SceneLabel): number {
  if (onMetres !== undefined) return Math.max(...value.split('\n').map(textWidth)) + 8;
  return textWidth(name) + textWidth(value) + (name !== '' && value !== '' ? 6 : 0) + 14;
}

/** Farther away than this, labels of what is neither hovered nor selected would only crowd the picture. */
const MIN_PIXELS_PER_METRE = 17;

/** More racks than this are not searched for what stands before a label. */
const MAX_OCCLUDERS = 400;

/** True when something solid stands well before a point of the room. */
function isCovered(site: Site, bridge: ViewBridge, x: number, y: number, at: Point): boolean {
  const ray = site.racks.length > MAX_OCCLUDERS ? null : bridge.ray(x, y);
  if (ray === null) return false;
  const { origin } = ray;
  return isHidden(site, ray, Math.hypot(at.x - origin.x, at.y - origin.y, at.z - origin.z) - 0.3);
}

/** Labels over the scene, kept apart; written into the page without React while the camera turns. */
export function LabelLayer({ bridge }: { bridge: ViewBridge }) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = layer.current!;
    const nodes: HTMLDivElement[] = [];
    let scheduled = 0;

    const node = (i: number): HTMLDivElement => {
      let label = nodes[i];
      if (label === undefined) {
        label = document.createElement('div');
        label.className = classes.label!;
        label.append(document.createElement('span'), document.createElement('b'));
        root.append(label);
        nodes.push(label);
      }
      return label;
    };

    const draw = () => {
      scheduled = 0;
      const { current } = useInteraction.getState();
      const { hovered, selected } = useSelection.getState();
      const site = shownSite(useDocument.getState().site, current);
      const showAll = useViewOptions.getState().labels;
      const busy = current.kind === 'dragging' || current.kind === 'placing';
      const labels = sceneLabels(site, latestFrame(), {
        hovered: busy ? null : hovered,
        selected: busy ? [] : selected,
        probe: busy ? null : useProbe.getState().probe,
        showAll,
        fromAbove: useViewOptions.getState().cameraMode === 'plan',
        marks: useFailures.getState().marks,
      });
      const seen = labels.flatMap((label) => {
        const { x, y, inView } = bridge.project(label.at);
        const width = labelWidth(label);
        const perMetre = inView && label.passive ? bridge.pixelsPerMetre(label.at) : 0;
        // A label on a thing is seen from above, where nothing stands before it.
        const hidden =
          inView &&
          label.passive &&
          (label.onMetres === undefined
            ? perMetre < MIN_PIXELS_PER_METRE || (!busy && isCovered(site, bridge, x, y, label.at))
            : perMetre * label.onMetres < width);
        const centred = label.onMetres !== undefined;
        return inView && !hidden
          ? [{ label, x, y, width, height: labelHeight(label), priority: label.priority, centred }]
          : [];
      });
      const placed = layoutLabels(seen, { width: bridge.width, height: bridge.height });
      placed.forEach(({ index, left, top }, i) => {
        const { label, width } = seen[index]!;
        const element = node(i);
        element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
        element.style.width = `${Math.round(width)}px`;
        element.hidden = false;
        element.style.height = `${labelHeight(label)}px`;
        element.dataset.strong = String(label.strong);
        element.dataset.stacked = String(label.onMetres !== undefined);
        const [name, value] = element.children as unknown as [HTMLElement, HTMLElement];
        if (name.textContent !== label.name) name.textContent = label.name;
        if (value.textContent !== label.value) value.textContent = label.value;
      });
      for (let i = placed.length; i < nodes.length; i++) nodes[i]!.hidden = true;
    };
    const schedule = () => {
      if (scheduled === 0) scheduled = requestAnimationFrame(draw);
    };
    const stops = [
      bridge.onView(schedule),
      subscribeSlowFrames(schedule),
      useSelection.subscribe(schedule),
      useProbe.subscribe(schedule),
      useInteraction.subscribe(schedule),
      useDocument.subscribe(schedule),
      useFailures.subscribe(schedule),
      useViewOptions.subscribe(schedule),
    ];
    schedule();
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(scheduled);
      root.replaceChildren();
    };
  }, [bridge]);
  return <div ref={layer} className={classes.layer} aria-hidden="true" />;
}
