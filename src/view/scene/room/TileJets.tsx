import { useMemo } from 'react';
import { DoubleSide, ShaderMaterial } from 'three';
import type { Frame } from '../../../frame/layout';
import type { PerforatedPanel } from '../../../site/schema/room';
import { TEMPERATURE_GLSL } from '../gpu/glsl';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { useFrameSink } from '../use-frame-sink';
import { createFrameSource } from './frame-source';

/** A jet is drawn as high as its air rises in this time at the speed it leaves the tile, s. */
const JET_SECONDS = 0.9;

const vertexShader = /* glsl */ `
/** Centre on the floor, width, m. */
attribute vec3 aPlace;
/** Temperature °C, height m (negative: air goes down the tile). */
attribute vec2 aAir;
varying vec2 vAt;
flat varying float vCelsius;
flat varying float vHeight;
void main() {
  vAt = vec2(position.x * 2.0, position.y + 0.5);
  vCelsius = aAir.x;
  vHeight = aAir.y;
  // Upright, turned to the viewer.
  vec2 right = normalize(vec2(viewMatrix[0][0], viewMatrix[1][0]) + 1e-6);
  vec3 world = vec3(aPlace.xy + right * aPlace.z * position.x, 0.01 + vAt.y * abs(aAir.y));
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${TEMPERATURE_GLSL}
uniform vec3 uInk;
varying vec2 vAt;
flat varying float vCelsius;
flat varying float vHeight;
void main() {
  if (!isKnown(vCelsius)) discard;
  float across = 1.0 - vAt.x * vAt.x;
  float alpha = 0.34 * across * pow(1.0 - vAt.y, 1.4);
  vec3 colour = temperatureColour(vCelsius);
  if (vHeight < 0.0) {
    float chevron = step(0.6, fract(vAt.y * abs(vHeight) / 0.12 - abs(vAt.x) * 0.6));
    colour = mix(colour, uInk, chevron);
  }
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(colour, alpha);
}
`;

function createMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
  });
}

/** Air rising from each floor tile, as high as it is fast; reversed flow is marked with dark chevrons. */
export function TileJets({ tiles }: { tiles: readonly PerforatedPanel[] }) {
  const { uniforms } = useSceneContext();
  const jets = useDisposable(() => {
    const geometry = quadGeometry(tiles.length);
    perInstance(
      geometry,
      'aPlace',
      Float32Array.from(tiles.flatMap((tile) => [tile.position.x, tile.position.y, Math.min(tile.width, tile.depth)])),
      3,
    );
    const air = perInstance(geometry, 'aAir', new Float32Array(tiles.length * 2).fill(Number.NaN), 2);
    return { geometry, air, dispose: () => geometry.dispose() };
  }, [tiles]);
  const material = useDisposable(() => createMaterial(uniforms), [uniforms]);
  const write = useMemo(() => {
    const source = createFrameSource(tiles.map(({ id }) => id));
    return (frame: Frame) => {
      const values = jets.air.array as Float32Array;
      source(frame.layout.tileIds).forEach((place, i) => {
        const celsius = place < 0 ? Number.NaN : frame.blocks.tileCelsius[place]!;
        const flow = place < 0 ? 0 : frame.blocks.tileAirflowM3s[place]!;
        const height = (flow / (tiles[i]!.width * tiles[i]!.depth)) * JET_SECONDS;
        values.set([celsius, height], i * 2);
      });
      jets.air.needsUpdate = true;
    };
  }, [tiles, jets]);
  useFrameSink(write);
  if (tiles.length === 0) return null;
  return <mesh geometry={jets.geometry} material={material} frustumCulled={false} renderOrder={4} />;
}
