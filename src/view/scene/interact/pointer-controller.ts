import type CameraControlsImpl from 'camera-controls';
import type { RefObject } from 'react';
import type { EntityRef } from '../../../site/entity';
import type { PlanPosition } from '../../../site/schema/geometry';
import { useDocument } from '../../../store/document';
import { useInteraction } from '../../../store/interaction';
import { useRun } from '../../../store/run';
import { includesRef, useSelection } from '../../../store/selection';
import { useViewOptions } from '../../../store/view-options';
import type { Ray, ViewBridge } from '../camera/view-bridge';
import { DragSession } from './drag-session';
import { editWords } from './edit-words';
import { type Hit, pickEntity, pointAtHeight, refsWithin } from './pick';
import { heldForPlacing } from './placement-session';
import { probeOf, useProbe } from './probe';

/** A press becomes a drag after this many pixels; fingers are less steady. */
const DRAG_PIXELS = { mouse: 4, touch: 9 };

interface Press {
  pointerId: number;
  x: number;
  y: number;
  touch: boolean;
  hit: Hit | null;
  /** What a drag from here would do. */
  intent: 'drag' | 'marquee' | 'camera' | 'place';
  moved: boolean;
}

const walking = () => useViewOptions.getState().cameraMode === 'walk';

/** Openings belong to their wall and are moved by numbers. */
const canBeDragged = (ref: EntityRef) => ref.kind !== 'opening';

/** Turns what a pointer does over the scene into hovering, selecting, dragging, placing and marquees. */
export class PointerController {
  private press: Press | null = null;
  private session: DragSession | null = null;
  private hoverFrame = 0;
  private placingTurns = 0;
  private lastPointer: { x: number; y: number } | null = null;

  constructor(
    private readonly element: HTMLElement,
    private readonly bridge: ViewBridge,
    private readonly controls: RefObject<CameraControlsImpl | null>,
  ) {}

  /** Starts listening; returns its own undoing. */
  connect(): () => void {
    const { element } = this;
    const stops = [
      listen(element, 'pointerdown', (event) => this.onDown(event), true),
      listen(element, 'pointermove', (event) => this.onMove(event)),
      listen(element, 'pointerup', (event) => this.onUp(event)),
      listen(element, 'pointercancel', () => this.drop()),
      listen(element, 'pointerleave', () => this.onLeave()),
      listen(element, 'dblclick', (event) => this.onDoubleClick(event)),
      listen(window, 'keydown', (event) => this.onKey(event), true),
      listen(window, 'keyup', (event) => this.onKey(event), true),
      useInteraction.subscribe(({ current }, before) => {
        if (current.kind === 'idle' && before.current.kind !== 'idle') this.drop();
        if (current.kind === 'placing' && before.current.kind !== 'placing') this.placingTurns = 0;
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(this.hoverFrame);
      this.drop();
    };
  }

  private at(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const rect = this.element.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  }

  private pick(x: number, y: number): Hit | null {
    return this.pickAlong(this.bridge.ray(x, y));
  }

  private pickAlong(ray: Ray | null): Hit | null {
    const { showCeiling, showContainment } = useViewOptions.getState();
    return ray && pickEntity(useDocument.getState().site, ray, { ceiling: showCeiling, containment: showContainment });
  }

  private pointAt(x: number, y: number, z: number): PlanPosition | null {
    const ray = this.bridge.ray(x, y);
    const point = ray && pointAtHeight(ray, z);
    return point && { x: point.x, y: point.y };
  }

  private onDown(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) {
      // A second finger means the camera, not the rack under the first one.
      if (event.pointerType === 'touch') this.cancelDrag();
      return;
    }
    const { x, y } = this.at(event);
    const touch = event.pointerType === 'touch';
    const hit = this.pick(x, y);
    const intent = this.intentOf(hit, touch, event.shiftKey);
    this.press = { pointerId: event.pointerId, x, y, touch, hit, intent, moved: false };
    if (intent === 'drag' || intent === 'marquee' || (intent === 'place' && touch)) this.holdCamera(event.pointerId);
  }

  private intentOf(hit: Hit | null, touch: boolean, shift: boolean): Press['intent'] {
    if (useInteraction.getState().current.kind === 'placing') return 'place';
    if (walking()) return 'camera';
    if (hit !== null && canBeDragged(hit.ref)) {
      const selected = includesRef(useSelection.getState().selected, hit.ref);
      return !touch || selected ? 'drag' : 'camera';
    }
    return hit === null && shift && !touch ? 'marquee' : 'camera';
  }

  private holdCamera(pointerId: number): void {
    if (this.controls.current !== null) this.controls.current.enabled = false;
    this.element.setPointerCapture(pointerId);
  }

  private onMove(event: PointerEvent): void {
    const { x, y } = this.at(event);
    this.lastPointer = { x, y };
    const { press } = this;
    if (press === null) {
      if (event.buttons === 0) this.hoverSoon();
      return;
    }
    if (event.pointerId !== press.pointerId) return;
    if (!press.moved && Math.hypot(x - press.x, y - press.y) < DRAG_PIXELS[press.touch ? 'touch' : 'mouse']) return;
    press.moved = true;
    if (press.intent === 'drag') this.drag(press, event);
    else if (press.intent === 'marquee') this.stretchMarquee(press, x, y);
    else if (press.intent === 'place') this.holdNew(x, y);
  }

  private drag(press: Press, event: { altKey: boolean; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
    const { x, y } = this.lastPointer!;
    const hit = press.hit!;
    if (this.session === null) {
      const { site } = useDocument.getState();
      const selection = useSelection.getState();
      if (!includesRef(selection.selected, hit.ref)) selection.select([hit.ref]);
      const refs = useSelection.getState().selected.filter(canBeDragged);
      this.session = new DragSession(site, refs, { x: hit.point.x, y: hit.point.y });
      selection.hover(null);
      useProbe.setState({ probe: null });
      this.element.style.cursor = 'grabbing';
    }
    const to = this.pointAt(x, y, hit.point.z);
    if (to === null) return;
    this.show(
      this.session.move(to, { oneAxis: event.shiftKey, copy: event.altKey, free: event.ctrlKey || event.metaKey }),
    );
  }

  private show(dragging: ReturnType<DragSession['move']>): void {
    useInteraction.getState().set(dragging);
    if (dragging.valid) useRun.getState().previewLayout(dragging.held);
  }

  private stretchMarquee(press: Press, x: number, y: number): void {
    const from = this.pointAt(press.x, press.y, 0);
    const to = this.pointAt(x, y, 0);
    if (from !== null && to !== null) useInteraction.getState().set({ kind: 'marquee', from, to });
  }

  private holdNew(x: number, y: number): void {
    const { current, set } = useInteraction.getState();
    const at = this.pointAt(x, y, 0);
    if (current.kind !== 'placing' || at === null) return;
    const inHand = heldForPlacing(useDocument.getState().site, current.build, at, this.placingTurns);
    set({ ...current, inHand });
    if (inHand.valid) useRun.getState().previewLayout(inHand.held);
  }

  private onUp(event: PointerEvent): void {
    const { press } = this;
    if (press === null || event.pointerId !== press.pointerId) return;
    const { x, y } = this.at(event);
    if (press.intent === 'place') {
      // A press that turned the camera is no click.
      if (!press.moved || press.touch) this.placeNew(x, y);
    } else if (!press.moved) this.click(press.hit, event.shiftKey || event.ctrlKey || event.metaKey);
    else if (this.session !== null) this.putDown(this.session);
    else if (press.intent === 'marquee') this.selectMarquee(event.ctrlKey || event.metaKey);
    this.release();
    if (!press.touch) this.hoverSoon();
  }

  private click(hit: Hit | null, toggle: boolean): void {
    const { select, clear } = useSelection.getState();
    if (hit !== null) select([hit.ref], toggle ? 'toggle' : 'replace');
    else if (!toggle) clear();
  }

  private putDown(session: DragSession): void {
    const { current } = useInteraction.getState();
    const result = current.kind === 'dragging' ? session.result() : null;
    useRun.getState().previewLayout(null);
    if (result !== null) {
      const words = editWords(result.copying ? 'duplicate' : 'move', session.site, session.refs);
      const made = useDocument.getState().apply(words, () => result.held);
      if (made && result.copying) useSelection.getState().select(result.refs);
    }
  }

  private placeNew(x: number, y: number): void {
    this.holdNew(x, y);
    const { current } = useInteraction.getState();
    if (current.kind !== 'placing' || current.inHand === null || !current.inHand.valid) return;
    const { inHand, label } = current;
    useRun.getState().previewLayout(null);
    if (useDocument.getState().apply(label, () => inHand.held)) useSelection.getState().select(inHand.refs);
    useInteraction.getState().end();
  }

  private selectMarquee(add: boolean): void {
    const { current } = useInteraction.getState();
    if (current.kind !== 'marquee') return;
    useSelection
      .getState()
      .select(refsWithin(useDocument.getState().site, current.from, current.to), add ? 'add' : 'replace');
  }

  private onDoubleClick(event: MouseEvent): void {
    const { x, y } = this.at(event);
    const hit = this.pick(x, y);
    if (hit === null || walking()) return;
    useSelection.getState().select([hit.ref]);
    useViewOptions.getState().focusSelection();
  }

  /** Keys that change a drag while the pointer rests: Alt, Shift, R. */
  private onKey(event: KeyboardEvent): void {
    const turning = event.type === 'keydown' && event.key.toLowerCase() === 'r' && !event.ctrlKey && !event.metaKey;
    if (useInteraction.getState().current.kind === 'placing' && turning && this.lastPointer !== null) {
      this.placingTurns = (this.placingTurns + 1) % 4;
      this.holdNew(this.lastPointer.x, this.lastPointer.y);
      event.preventDefault();
    }
    if (this.session === null || this.press === null) return;
    if (turning) this.show(this.session.rotate());
    else if (event.key === 'Alt' || event.key === 'Shift' || event.key === 'Control' || event.key === 'Meta')
      this.drag(this.press, event);
    else return;
    event.preventDefault();
  }

  private onLeave(): void {
    this.lastPointer = null;
    if (this.press === null) useSelection.getState().hover(null);
    useProbe.setState({ probe: null });
  }

  private hoverSoon(): void {
    if (this.hoverFrame !== 0) return;
    this.hoverFrame = requestAnimationFrame(() => {
      this.hoverFrame = 0;
      if (this.lastPointer === null || this.press !== null) return;
      const { x, y } = this.lastPointer;
      if (useInteraction.getState().current.kind === 'placing') {
        this.holdNew(x, y);
        this.element.style.cursor = 'crosshair';
        return;
      }
      const ray = this.bridge.ray(x, y);
      const hit = this.pickAlong(ray);
      useSelection.getState().hover(hit?.ref ?? null);
      const { room } = useDocument.getState().site;
      useProbe.setState({ probe: ray && probeOf(ray, room, useViewOptions.getState(), hit?.distance ?? null) });
      this.element.style.cursor = hit === null ? '' : canBeDragged(hit.ref) && !walking() ? 'grab' : 'pointer';
    });
  }

  private cancelDrag(): void {
    if (this.session !== null) useInteraction.getState().end();
    this.drop();
  }

  /** Forgets the press and lets the camera go; what was in the hand falls back. */
  private drop(): void {
    if (this.session !== null) useRun.getState().previewLayout(null);
    this.press = null;
    this.session = null;
    this.element.style.cursor = '';
    if (this.controls.current !== null) this.controls.current.enabled = true;
  }

  private release(): void {
    const { current, end } = useInteraction.getState();
    this.session = null;
    if (current.kind === 'dragging' || current.kind === 'marquee') end();
    this.drop();
  }
}

function listen<K extends keyof GlobalEventHandlersEventMap>(
  target: HTMLElement | Window,
  type: K,
  handler: (event: GlobalEventHandlersEventMap[K]) => void,
  capture = false,
): () => void {
  const listener = handler as EventListener;
  target.addEventListener(type, listener, capture);
  return () => target.removeEventListener(type, listener, capture);
}
