import type { Frame } from '../../../frame/layout';
import { type EntityRef, entityBox, findEntity, labelOf } from '../../../site/entity';
import { coolingUnitBox, rackBox } from '../../../site/footprint';
import type { Point } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import { formatAirflow, formatCelsius, formatPower, formatSpeed, joinShown } from '../../numbers/format';
import { airGridOf, sampleTemperature, sampleVelocity } from '../field/air-field';
import type { Probe } from '../interact/probe';

/** A text at a point of the room: what it is, and its value now. */
export interface SceneLabel {
  key: string;
  at: Point;
  name: string;
  value: string;
  /** Hovered and selected labels stand out. */
  strong: boolean;
  priority: number;
  /** True: shown only near enough, and not while something solid stands before it. */
  passive: boolean;
  /** Values one below the other, on the thing itself: shown once this width, m, holds them. */
  onMetres?: number;
}

const PRIORITY = { rack: 1, unit: 2, failure: 4, sensor: 3, selected: 6, hovered: 9 } as const;

/** Selected things are named one by one up to this many. */
const MAX_SELECTED_LABELS = 12;

const readAt = (ids: readonly string[], block: Float32Array, id: string): number =>
  block[ids.indexOf(id)] ?? Number.NaN;

/** The number that says most about an entity now. */
function readingOf(frame: Frame | null, { kind, id }: EntityRef, detailed: boolean): string {
  if (frame === null) return '';
  const { layout, blocks } = frame;
  switch (kind) {
    case 'rack': {
      const inlet = joinShown(formatCelsius(readAt(layout.rackIds, blocks.rackInletMaxCelsius, id)));
      if (!detailed) return inlet;
      const outlet = joinShown(formatCelsius(readAt(layout.rackIds, blocks.rackOutletMeanCelsius, id)));
      return `${joinShown(formatPower(readAt(layout.rackIds, blocks.rackPowerW, id)))}  ${inlet} → ${outlet}`;
    }
    case 'coolingUnit': {
      const supply = joinShown(formatCelsius(readAt(layout.unitIds, blocks.unitSupplyCelsius, id)));
      if (!detailed) return supply;
      const back = joinShown(formatCelsius(readAt(layout.unitIds, blocks.unitReturnCelsius, id)));
      return `${joinShown(formatPower(readAt(layout.unitIds, blocks.unitHeatW, id)))}  ${back} → ${supply}`;
    }
    case 'tile':
      return `${joinShown(formatAirflow(readAt(layout.tileIds, blocks.tileAirflowM3s, id)))}  ${joinShown(formatCelsius(readAt(layout.tileIds, blocks.tileCelsius, id)))}`;
    case 'ceilingGrille':
      return joinShown(formatAirflow(readAt(layout.grilleIds, blocks.grilleAirflowM3s, id)));
    case 'opening':
      return `${joinShown(formatAirflow(readAt(layout.openingIds, blocks.openingAirflowM3s, id)))}  ${joinShown(formatCelsius(readAt(layout.openingIds, blocks.openingCelsius, id)))}`;
    case 'sensor':
      return joinShown(formatCelsius(readAt(layout.sensorIds, blocks.sensorCelsius, id)));
    default:
      return '';
  }
}

function labelFor(
  site: Site,
  frame: Frame | null,
  ref: EntityRef,
  detailed: boolean,
  priority: number,
): SceneLabel | null {
  const box = entityBox(site, ref);
  const entity = findEntity(site, ref);
  if (box === null || entity === undefined) return null;
  const at = { x: (box.min.x + box.max.x) / 2, y: (box.min.y + box.max.y) / 2, z: box.max.z };
  return {
    key: `${ref.kind} ${ref.id}`,
    at,
    name: labelOf(entity),
    value: readingOf(frame, ref, detailed),
    strong: detailed,
    priority,
    passive: false,
  };
}

const velocity = new Float32Array(3);

/** Temperature and speed of the air under the pointer; its height where it is not what is pointed at. */
function probeLabel(frame: Frame | null, { shown, sampled }: Probe): SceneLabel | null {
  if (frame === null) return null;
  const grid = airGridOf(frame.layout);
  const { x, y, z } = sampled;
  const celsius = sampleTemperature(grid, frame, x, y, z);
  if (Number.isNaN(celsius)) return null;
  sampleVelocity(grid, frame, x, y, z, velocity);
  const speed = Math.hypot(velocity[0]!, velocity[1]!, velocity[2]!);
  return {
    key: 'probe',
    at: shown,
    name: shown.z === z ? '' : `z ${z.toFixed(1)} m`,
    value: `${joinShown(formatCelsius(celsius))}  ${joinShown(formatSpeed(speed))}`,
    strong: false,
    priority: PRIORITY.hovered - 1,
    passive: false,
  };
}

/** Where a rack's numbers stand: from its middle, which bears its name, towards its front, share of its depth. */
const TOWARDS_FRONT = 0.26;

/** Power and warmest inlet of every rack, to be read from above. */
function rackLabels(site: Site, frame: Frame | null): SceneLabel[] {
  if (frame === null) return [];
  const { rackPowerW, rackInletMaxCelsius } = frame.blocks;
  const places = new Map(frame.layout.rackIds.map((id, place) => [id, place]));
  return site.racks.flatMap((rack) => {
    const place = places.get(rack.id);
    if (place === undefined) return [];
    const { min, max } = rackBox(rack);
    const power = joinShown(formatPower(rackPowerW[place]!));
    const turn = (rack.rotation * Math.PI) / 180;
    const forward = TOWARDS_FRONT * rack.size.depth;
    return {
      key: `rack ${rack.id}`,
      at: { x: rack.position.x + forward * Math.sin(turn), y: rack.position.y - forward * Math.cos(turn), z: max.z },
      name: '',
      value: `${power}\n${joinShown(formatCelsius(rackInletMaxCelsius[place]!))}`,
      strong: false,
      priority: PRIORITY.rack,
      passive: true,
      onMetres: Math.min(max.x - min.x, max.y - min.y),
    };
  });
}

/** What is worth a label now: the hovered and selected, racks that a failure makes too hot and when, then sensors and units where labels are on. */
export function sceneLabels(
  site: Site,
  frame: Frame | null,
  state: {
    hovered: EntityRef | null;
    selected: readonly EntityRef[];
    probe: Probe | null;
    showAll: boolean;
    /** Seen from above: racks carry their numbers. */
    fromAbove?: boolean;
    marks?: ReadonlyMap<string, string> | null;
  },
): SceneLabel[] {
  const labels = new Map<string, SceneLabel>();
  const put = (label: SceneLabel | null) => {
    if (label !== null && (labels.get(label.key)?.priority ?? -1) < label.priority) labels.set(label.key, label);
  };
  if (state.showAll) {
    if (state.fromAbove) rackLabels(site, frame).forEach(put);
    for (const unit of site.coolingUnits) {
      const { min, max } = coolingUnitBox(unit);
      put({
        key: `coolingUnit ${unit.id}`,
        at: { x: (min.x + max.x) / 2, y: (min.y + max.y) / 2, z: max.z },
        name: labelOf(unit),
        value: readingOf(frame, { kind: 'coolingUnit', id: unit.id }, false),
        strong: false,
        priority: PRIORITY.unit,
        passive: true,
      });
    }
    for (const sensor of site.sensors) {
      put({
        key: `sensor ${sensor.id}`,
        at: sensor.position,
        name: '',
        value: readingOf(frame, { kind: 'sensor', id: sensor.id }, false),
        strong: false,
        priority: PRIORITY.sensor,
        passive: true,
      });
    }
  }
  for (const [id, value] of state.marks ?? []) {
    const label = labelFor(site, frame, { kind: 'rack', id }, false, PRIORITY.failure);
    if (label !== null) put({ ...label, value });
  }
  for (const ref of state.selected.slice(-MAX_SELECTED_LABELS))
    put(labelFor(site, frame, ref, state.selected.length === 1, PRIORITY.selected));
  if (state.hovered !== null) put(labelFor(site, frame, state.hovered, true, PRIORITY.hovered));
  if (state.probe !== null) put(probeLabel(frame, state.probe));
  return [...labels.values()];
}
