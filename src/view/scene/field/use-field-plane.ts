import { useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import type { Frame } from '../../../frame/layout';
import { latestFrame, latestPreview, subscribeFrames, subscribePreview } from '../../../store/frames';
import type { PreviewFrame } from '../../../worker/protocol';
import { type AirGrid, airGridOf } from './air-field';
import { createAxisLookup } from './axis-lookup';
import { FieldPlane } from './field-plane';
import type { Axis } from './slice-sample';

let heldGrid: AirGrid | null = null;
let heldPreview: PreviewFrame | null = null;

/** The coarse grid of a preview: the former one with the solids of now, as long as its lines stay. */
function previewGrid(preview: PreviewFrame): AirGrid {
  if (preview === heldPreview) return heldGrid!;
  heldPreview = preview;
  if (heldGrid !== null && hasLines(heldGrid, preview)) {
    heldGrid.solid.set(preview.solid);
    return heldGrid;
  }
  heldGrid = {
    x: createAxisLookup(preview.xFaces),
    y: createAxisLookup(preview.yFaces),
    z: createAxisLookup(preview.zFaces),
    solid: preview.solid.slice(),
  };
  return heldGrid;
}

function hasLines(grid: AirGrid, { xFaces, yFaces, zFaces }: PreviewFrame): boolean {
  const same = (a: Float64Array, b: Float64Array) => a.length === b.length && a.every((value, n) => value === b[n]);
  return same(grid.x.faces, xFaces) && same(grid.y.faces, yFaces) && same(grid.z.faces, zFaces);
}

interface Source {
  grid: AirGrid;
  temperature: Float32Array;
}

const fromFrame = (frame: Frame): Source => ({ grid: airGridOf(frame.layout), temperature: frame.blocks.temperature });

/** The field to show: the coarse one while a layout is in the hand, else the newest frame. */
function currentSource(): Source | null {
  const preview = latestPreview();
  if (preview !== null && preview.temperature.length > 0)
    return { grid: previewGrid(preview), temperature: preview.temperature };
  const frame = latestFrame();
  return frame === null ? null : fromFrame(frame);
}

/** A plane through the live field at `coordinate` metres along `axis`; null before there is a field. */
export function useFieldPlane(axis: Axis, coordinate: number): FieldPlane | null {
  const invalidate = useThree((state) => state.invalidate);
  const [plane, setPlane] = useState<FieldPlane | null>(null);
  const live = useRef<{ plane: FieldPlane; grid: AirGrid } | null>(null);
  const place = useRef(coordinate);
  place.current = coordinate;

  useEffect(() => {
    const show = () => {
      const source = currentSource();
      if (source === null) return;
      if (live.current === null || live.current.grid !== source.grid || live.current.plane.axis !== axis) {
        live.current?.plane.dispose();
        live.current = { plane: new FieldPlane(source.grid, axis), grid: source.grid };
        setPlane(live.current.plane);
      }
      live.current.plane.write(source.temperature, place.current);
      invalidate();
    };
    show();
    const stopFrames = subscribeFrames(show);
    const stopPreview = subscribePreview(show);
    return () => {
      stopFrames();
      stopPreview();
    };
  }, [axis, invalidate]);

  useEffect(() => {
    const source = currentSource();
    if (source === null || live.current === null || live.current.grid !== source.grid) return;
    live.current.plane.write(source.temperature, coordinate);
    invalidate();
  }, [coordinate, invalidate]);

  useEffect(
    () => () => {
      live.current?.plane.dispose();
      live.current = null;
    },
    [],
  );
  return plane;
}
