import { useMemo } from 'react';
import type { Frame, PlenumLayout } from '../../../frame/layout';
import type { UnderfloorDisplay } from '../../../store/view-options';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { useFrameSink } from '../use-frame-sink';
import { arrowPlaces, blockVelocities } from './arrow-places';
import { createPlenumArrowMaterial, createPlenumCellMaterial } from './plenum-material';
import { plenumRange } from './plenum-range';
import { usePlenumLayout } from './use-plenum-layout';

/** Drawn on the floor: over its tint, the cells under the tiles, the arrows over them, m. */
const CELLS_METRES = 0.004;
const ARROWS_METRES = 0.014;

function createCells({ nx, ny, xFaces, yFaces }: PlenumLayout) {
  const geometry = quadGeometry(nx * ny);
  const cell = new Float32Array(nx * ny * 4);
  for (let j = 0; j < ny; j++) {
    for (let i = 0; i < nx; i++) {
      const [x0, x1, y0, y1] = [xFaces[i]!, xFaces[i + 1]!, yFaces[j]!, yFaces[j + 1]!];
      cell.set([(x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0], (i + nx * j) * 4);
    }
  }
  perInstance(geometry, 'aCell', cell, 4);
  const value = perInstance(geometry, 'aValue', new Float32Array(nx * ny).fill(Number.NaN), 1);
  return { geometry, value, dispose: () => geometry.dispose() };
}

function createArrows(layout: PlenumLayout) {
  const places = arrowPlaces(layout);
  const count = places.first.length;
  const geometry = quadGeometry(count);
  const place = new Float32Array(count * 3);
  for (let n = 0; n < count; n++) place.set([places.x[n]!, places.y[n]!, places.metres[n]!], n * 3);
  perInstance(geometry, 'aPlace', place, 3);
  const velocity = perInstance(geometry, 'aVelocity', new Float32Array(count * 2), 2);
  return { places, geometry, velocity, dispose: () => geometry.dispose() };
}

interface Props {
  show: Exclude<UnderfloorDisplay, 'off'>;
}

/** Pressure or temperature under the raised floor as the floor's colour, with arrows along the flow. */
export function UnderfloorAir({ show }: Props) {
  const layout = usePlenumLayout();
  return layout && <PlenumCells layout={layout} show={show} />;
}

function PlenumCells({ layout, show }: Props & { layout: PlenumLayout }) {
  const { uniforms } = useSceneContext();
  const cells = useDisposable(() => createCells(layout), [layout]);
  const arrows = useDisposable(() => createArrows(layout), [layout]);
  const cellMaterial = useDisposable(() => createPlenumCellMaterial(uniforms, CELLS_METRES), [uniforms]);
  const arrowMaterial = useDisposable(() => createPlenumArrowMaterial(uniforms, ARROWS_METRES), [uniforms]);
  const write = useMemo(
    () => (frame: Frame) => {
      if (frame.layout.plenum !== layout) return;
      const { plenumPascals, plenumCelsius, plenumVelocityX, plenumVelocityY } = frame.blocks;
      (cells.value.array as Float32Array).set(show === 'temperature' ? plenumCelsius : plenumPascals);
      cells.value.needsUpdate = true;
      const range = plenumRange(frame);
      cellMaterial.uniforms.uByTemperature!.value = show === 'temperature' ? 1 : 0;
      if (range !== null) cellMaterial.uniforms.uPascals!.value = [range.minPascals, range.maxPascals];
      const out = arrows.velocity.array as Float32Array;
      arrowMaterial.uniforms.uFastest!.value = blockVelocities(
        layout,
        arrows.places,
        plenumVelocityX,
        plenumVelocityY,
        out,
      );
      arrows.velocity.needsUpdate = true;
    },
    [layout, cells, arrows, cellMaterial, arrowMaterial, show],
  );
  useFrameSink(write);
  return (
    <>
      <mesh geometry={cells.geometry} material={cellMaterial} frustumCulled={false} renderOrder={1} />
      <mesh geometry={arrows.geometry} material={arrowMaterial} frustumCulled={false} renderOrder={2} />
    </>
  );
}
