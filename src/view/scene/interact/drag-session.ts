import { duplicateEntities } from '../../../site/edits/duplicate';
import { moveEntities } from '../../../site/edits/move';
import { rotateEntities } from '../../../site/edits/rotate';
import type { EntityRef } from '../../../site/entity';
import type { PlanPosition } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import { Snapper } from '../../../site/snapping';
import type { Interaction } from '../../../store/interaction';

type Dragging = Extract<Interaction, { kind: 'dragging' }>;

export interface DragModifiers {
  /** Moves along one axis only: the one moved further so far. */
  oneAxis: boolean;
  /** The hand holds copies; the originals stay. */
  copy: boolean;
  /** Leaves the snapping out, to the centimetre. */
  free: boolean;
}

/** The document and what is lifted off it: the originals, or copies of them. */
interface Base {
  site: Site;
  refs: readonly EntityRef[];
  snapper: Snapper;
}

function baseOf(site: Site, refs: readonly EntityRef[]): Base {
  return { site, refs, snapper: new Snapper(site, refs) };
}

/** One drag over the floor, from taking hold to putting down. Knows nothing of pointers or pictures. */
export class DragSession {
  private readonly originals: Base;
  private copies: Base | null = null;
  private turned: Base | null = null;
  private lastValid: Dragging | null = null;
  private wanted: PlanPosition = { x: 0, y: 0 };
  private modifiers: DragModifiers = { oneAxis: false, copy: false, free: false };
  private turns = 0;

  constructor(
    readonly site: Site,
    readonly refs: readonly EntityRef[],
    readonly from: PlanPosition,
  ) {
    this.originals = baseOf(site, refs);
  }

  /** What is in the hand for a pointer over `to`. */
  move(to: PlanPosition, modifiers: DragModifiers): Dragging {
    const shift = { x: to.x - this.from.x, y: to.y - this.from.y };
    if (modifiers.oneAxis) {
      if (Math.abs(shift.x) >= Math.abs(shift.y)) shift.y = 0;
      else shift.x = 0;
    }
    if (modifiers.copy !== this.modifiers.copy) this.turned = null;
    this.wanted = shift;
    this.modifiers = modifiers;
    return this.evaluate();
  }

  /** Turns what is in the hand a quarter turn anticlockwise. */
  rotate(): Dragging {
    this.turns = (this.turns + 1) % 4;
    this.turned = null;
    return this.evaluate();
  }

  /** Where it may be put down: the last place where it could stand. Null when there was none, or nothing changed. */
  result(): Dragging | null {
    const last = this.lastValid;
    if (last === null || (last.offset.x === 0 && last.offset.y === 0 && this.turns === 0)) return null;
    return last;
  }

  private base(): Base {
    let upright = this.originals;
    if (this.modifiers.copy) {
      if (this.copies === null) {
        const made = duplicateEntities(this.site, this.refs, { x: 0, y: 0 });
        this.copies = baseOf(made.site, made.refs);
      }
      upright = this.copies;
    }
    if (this.turns === 0) return upright;
    this.turned ??= baseOf(rotateEntities(upright.site, upright.refs, this.turns), upright.refs);
    return this.turned;
  }

  private evaluate(): Dragging {
    const { site, refs, snapper } = this.base();
    const { offset, valid, obstruction, distances } = snapper.snap(this.wanted, { free: this.modifiers.free });
    const locked =
      this.modifiers.oneAxis && !this.modifiers.free
        ? this.keptOnAxis(snapper, offset, { offset, valid, obstruction, distances })
        : { offset, valid, obstruction, distances };
    const dragging: Dragging = {
      kind: 'dragging',
      refs,
      from: this.from,
      copying: this.modifiers.copy,
      held: moveEntities(site, refs, locked.offset),
      ...locked,
    };
    if (dragging.valid) this.lastValid = dragging;
    return dragging;
  }

  /** Snapping may pull sideways off the axis; then the place is taken to the centimetre instead. */
  private keptOnAxis(
    snapper: Snapper,
    offset: PlanPosition,
    snapped: ReturnType<Snapper['snap']>,
  ): ReturnType<Snapper['snap']> {
    const alongX = this.wanted.y === 0;
    if ((alongX ? offset.y : offset.x) === 0) return snapped;
    return snapper.snap(alongX ? { x: offset.x, y: 0 } : { x: 0, y: offset.y }, { free: true });
  }
}
