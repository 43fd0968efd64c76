import { useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import type { Frame } from '../../../frame/layout';
import { latestFrame, latestPreview, subscribeFrames, subscribePreview } from '../../../store/frames';
import type { PreviewFrame } from '../../../worker/protocol';
import { type AirGrid, airGridOf } from './air-field';
import { createAxisLookup } from './axis-lookup';
import { FieldPlane } from './field-plane';
import type { Axis } from './slice-sample';

const noSolids = new WeakMap<Float64Array, AirGrid>();

/** The coarse grid of a preview; it does not say which cells are solid. */
function previewGrid(preview: PreviewFrame): AirGrid {
  let grid = noSolids.get(preview.xFaces);
  if (grid === undefined) {
    grid = {
      x: createAxisLookup(preview.xFaces),
      y: createAxisLookup(preview.yFaces),
      z: createAxisLookup(preview.zFaces),
      solid: new Uint8Array(preview.nx * preview.ny * preview.nz),
    };
    noSolids.set(preview.xFaces, grid);
  }
  return grid;
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
