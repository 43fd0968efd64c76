import { useMemo } from 'react';
import { ShaderMaterial } from 'three';
import type { Frame } from '../../../frame/layout';
import type { PerforatedPanel } from '../../../site/schema/room';
import { STARVED_SHARE } from '../../../store/tile-flow';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import { useDisposable } from '../gpu/use-disposable';
import { createFrameSource } from '../room/frame-source';
import { useSceneContext } from '../scene-context';
import { useFrameSink } from '../use-frame-sink';

const vertexShader = /* glsl */ `
/** Middle and side of the sign, m. */
attribute vec3 aPlace;
/** Flow over that of an even floor. */
attribute float aShare;
varying vec2 vAt;
flat varying float vShare;
void main() {
  vAt = position.xy * 2.0;
  vShare = aShare;
  gl_Position = projectionMatrix * viewMatrix * vec4(aPlace.xy + aPlace.z * position.xy, 0.02, 1.0);
}
`;

const fragmentShader = /* glsl */ `
uniform vec3 uInk;
uniform vec3 uFloor;
varying vec2 vAt;
flat varying float vShare;
void main() {
  if (!(vShare < ${STARVED_SHARE.toFixed(3)})) discard;
  float pixel = fwidth(vAt.x) * 1.5;
  float around = length(vAt);
  if (around > 0.98) discard;
  float mark;
  if (vShare < 0.0) {
    // Two chevrons, one below the other: air goes down here.
    float v = vAt.y - abs(vAt.x);
    float first = 1.0 - smoothstep(0.09, 0.09 + pixel, abs(v + 0.02));
    float second = 1.0 - smoothstep(0.09, 0.09 + pixel, abs(v + 0.48));
    mark = max(first, second) * step(abs(vAt.x), 0.5);
  } else {
    // A bar: too little air.
    mark = (1.0 - smoothstep(0.1, 0.1 + pixel, abs(vAt.y))) * step(abs(vAt.x), 0.5);
  }
  float ring = 1.0 - smoothstep(0.06, 0.06 + pixel, abs(around - 0.86));
  gl_FragColor = vec4(mix(uFloor, uInk, max(mark, ring)), 0.95);
}
`;

function createMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
  });
}

/** Signs on tiles that give far less air than an even floor would (a bar), or draw air down (chevrons). */
export function TileMarks({ tiles }: { tiles: readonly PerforatedPanel[] }) {
  const { uniforms } = useSceneContext();
  const marks = useDisposable(() => {
    const geometry = quadGeometry(tiles.length);
    const place = tiles.flatMap(({ position, width, depth }) => [position.x, position.y, Math.min(width, depth) * 0.6]);
    perInstance(geometry, 'aPlace', Float32Array.from(place), 3);
    const share = perInstance(geometry, 'aShare', new Float32Array(tiles.length).fill(1), 1);
    return { geometry, share, dispose: () => geometry.dispose() };
  }, [tiles]);
  const material = useDisposable(() => createMaterial(uniforms), [uniforms]);
  const write = useMemo(() => {
    const source = createFrameSource(tiles.map(({ id }) => id));
    return (frame: Frame) => {
      const out = marks.share.array as Float32Array;
      source(frame.layout.tileIds).forEach((place, i) => {
        const share = place < 0 ? Number.NaN : frame.blocks.tileShareOfEven[place]!;
        out[i] = Number.isNaN(share) ? 1 : share;
      });
      marks.share.needsUpdate = true;
    };
  }, [tiles, marks]);
  useFrameSink(write);
  if (tiles.length === 0) return null;
  return <mesh geometry={marks.geometry} material={material} frustumCulled={false} renderOrder={3} />;
}
