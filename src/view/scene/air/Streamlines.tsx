import { useFrame, useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { DynamicDrawUsage } from 'three';
import { useDocument } from '../../../store/document';
import { latestFrame, subscribeSlowFrames } from '../../../store/frames';
import { airGridOf } from '../field/air-field';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { airSources } from './air-sources';
import { createStreamlineMaterial } from './streamline-material';
import { POINT_STRIDE, type Seed, streamlineSeeds, traceStreamline } from './streamlines';

const LINES = { high: 280, low: 110 };
/** Room for all segments of all lines; longer lines are cut. */
const MAX_SEGMENTS = 32_768;
/** The lines are drawn anew at most this often, ms. */
const INTERVAL_MS = 1500;
/** Work done at a time, ms: well inside a picture. */
const SLICE_MS = 2;

function createLines() {
  const geometry = quadGeometry(0);
  const from = perInstance(geometry, 'aFrom', new Float32Array(MAX_SEGMENTS * 4), 4);
  const to = perInstance(geometry, 'aTo', new Float32Array(MAX_SEGMENTS * 4), 4);
  const along = perInstance(geometry, 'aAlong', new Float32Array(MAX_SEGMENTS * 2), 2);
  for (const attribute of [from, to, along]) attribute.setUsage(DynamicDrawUsage);
  return { geometry, from, to, along, dispose: () => geometry.dispose() };
}

function writeLines(lines: ReturnType<typeof createLines>, traced: readonly Float32Array[]): void {
  let segment = 0;
  for (const line of traced) {
    const last = line.length / POINT_STRIDE - 1;
    for (let i = 0; i < last && segment < MAX_SEGMENTS; i++, segment++) {
      lines.from.array.set(line.subarray(i * POINT_STRIDE, (i + 1) * POINT_STRIDE), segment * 4);
      lines.to.array.set(line.subarray((i + 1) * POINT_STRIDE, (i + 2) * POINT_STRIDE), segment * 4);
      lines.along.array.set([i / last, (i + 1) / last], segment * 2);
    }
  }
  lines.geometry.instanceCount = segment;
  for (const attribute of [lines.from, lines.to, lines.along]) attribute.needsUpdate = true;
}

/** Lines along the velocity field from tiles, supply grilles and rack rears, traced a little at a time. */
export function Streamlines() {
  const { uniforms, lowQuality } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const lines = useDisposable(createLines, []);
  const material = useDisposable(() => createStreamlineMaterial(uniforms), [uniforms]);

  useEffect(() => {
    let pending: Seed[] = [];
    let traced: Float32Array[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    let lastStartMs = Number.NEGATIVE_INFINITY;

    const work = () => {
      timer = null;
      const frame = latestFrame();
      if (frame === null) return;
      const grid = airGridOf(frame.layout);
      const until = performance.now() + SLICE_MS;
      while (pending.length > 0 && performance.now() < until) traced.push(traceStreamline(grid, frame, pending.pop()!));
      if (pending.length > 0) timer = setTimeout(work, 16);
      else {
        writeLines(lines, traced);
        invalidate();
      }
    };
    const stop = subscribeSlowFrames((frame) => {
      if (timer !== null || performance.now() - lastStartMs < INTERVAL_MS) return;
      lastStartMs = performance.now();
      pending = streamlineSeeds(airSources(useDocument.getState().site, frame), lowQuality ? LINES.low : LINES.high);
      traced = [];
      timer = setTimeout(work, 0);
    });
    const frame = latestFrame();
    if (frame !== null) {
      pending = streamlineSeeds(airSources(useDocument.getState().site, frame), lowQuality ? LINES.low : LINES.high);
      timer = setTimeout(work, 0);
    }
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [lines, lowQuality, invalidate]);

  useFrame(({ size, viewport }) => {
    material.uniforms.uViewport!.value = [size.width * viewport.dpr, size.height * viewport.dpr];
    material.uniforms.uWidth!.value = 2 * viewport.dpr;
  });
  return <mesh geometry={lines.geometry} material={material} frustumCulled={false} renderOrder={6} />;
}
