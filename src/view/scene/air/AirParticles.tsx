import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three';
import type { FrameLayout } from '../../../frame/layout';
import { useDocument } from '../../../store/document';
import { latestFrame, subscribeSlowFrames } from '../../../store/frames';
import { useRun } from '../../../store/run';
import { airGridOf } from '../field/air-field';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { airSources } from './air-sources';
import { createParticleMaterial } from './particle-material';
import { PARTICLE_STRIDE, Particles, TRAIL_POINTS } from './particles';

const HIGH_COUNT = 2800;
const LOW_COUNT = 900;
/** Shortest time between two pictures on slow renderers, ms: the solver needs the processor too. */
const LOW_INTERVAL_MS = 110;
/** Longest time carried in one picture, s: after a pause the air must not jump. */
const MAX_STEP_SECONDS = 0.12;

/** Points of a trail that are drawn. */
const HIGH_TRAIL = Array.from({ length: TRAIL_POINTS }, (_, i) => i);
const LOW_TRAIL = [0, 2, TRAIL_POINTS - 1];

function createTrails(lowQuality: boolean) {
  const count = lowQuality ? LOW_COUNT : HIGH_COUNT;
  const drawn = lowQuality ? LOW_TRAIL : HIGH_TRAIL;
  const particles = new Particles(count);
  const geometry = new InstancedBufferGeometry();
  const strip: number[] = [];
  const index: number[] = [];
  for (const point of drawn) strip.push(-0.5, point, 0, 0.5, point, 0);
  for (let i = 0; i < drawn.length - 1; i++) index.push(2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 1, 2 * i + 3, 2 * i + 2);
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(strip), 3));
  geometry.setIndex(index);
  geometry.instanceCount = count;
  const shared = new InstancedInterleavedBuffer(particles.buffer, PARTICLE_STRIDE);
  shared.setUsage(DynamicDrawUsage);
  for (let i = 0; i < TRAIL_POINTS; i++)
    geometry.setAttribute(`aPoint${i}`, new InterleavedBufferAttribute(shared, 3, i * 3));
  geometry.setAttribute('aAir', new InterleavedBufferAttribute(shared, 2, TRAIL_POINTS * 3));
  return { particles, geometry, shared, dispose: () => geometry.dispose() };
}

/** Air in motion: fine trails carried by the velocity field of the newest frame, coloured by its temperature. */
export function AirParticles() {
  const { uniforms, lowQuality } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const trails = useDisposable(() => createTrails(lowQuality), [lowQuality]);
  const material = useDisposable(() => createParticleMaterial(uniforms), [uniforms]);
  const playing = useRun((state) => state.playing);
  const scattered = useRef<{ layout: FrameLayout; trails: unknown } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(
    () =>
      subscribeSlowFrames((frame) => {
        trails.particles.setSources(airSources(useDocument.getState().site, frame));
        invalidate();
      }),
    [trails, invalidate],
  );

  useEffect(() => {
    if (playing) invalidate();
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, [playing, invalidate]);

  useFrame(({ size, viewport }, delta) => {
    const frame = latestFrame();
    if (frame === null) return;
    const grid = airGridOf(frame.layout);
    if (scattered.current === null || scattered.current.trails !== trails) {
      trails.particles.setSources(airSources(useDocument.getState().site, frame));
      trails.particles.scatter(grid, frame);
    }
    scattered.current = { layout: frame.layout, trails };
    material.uniforms.uViewport!.value = [size.width * viewport.dpr, size.height * viewport.dpr];
    material.uniforms.uWidth!.value = 1.7 * viewport.dpr;
    if (!playing) return;
    trails.particles.advance(grid, frame, Math.min(delta, MAX_STEP_SECONDS));
    trails.shared.needsUpdate = true;
    if (!lowQuality) invalidate();
    else if (timer.current === null) {
      timer.current = setTimeout(() => {
        timer.current = null;
        invalidate();
      }, LOW_INTERVAL_MS);
    }
  });

  return <mesh geometry={trails.geometry} material={material} frustumCulled={false} renderOrder={6} />;
}
