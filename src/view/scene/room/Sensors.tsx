import { useMemo } from 'react';
import { ShaderMaterial } from 'three';
import type { Frame } from '../../../frame/layout';
import type { Sensor } from '../../../site/schema/room';
import { FLAG_GLSL, TEMPERATURE_GLSL } from '../gpu/glsl';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { useFrameSink } from '../use-frame-sink';
import { createFrameSource } from './frame-source';

const vertexShader = /* glsl */ `
attribute vec3 aCentre;
attribute float aFlags;
attribute float aCelsius;
varying vec2 vAt;
flat varying float vCelsius;
flat varying float vFlags;
void main() {
  vAt = position.xy * 2.0;
  vCelsius = aCelsius;
  vFlags = aFlags;
  vec4 eye = viewMatrix * vec4(aCentre, 1.0);
  float size = 0.15;
  gl_Position = projectionMatrix * eye;
  // At least this share of the view's height, so that they can be seen and hit from afar.
  float shown = size * projectionMatrix[1][1] / gl_Position.w;
  gl_Position.xy += position.xy * size * max(1.0, 0.028 / shown) * vec2(projectionMatrix[0][0], projectionMatrix[1][1]);
}
`;

const fragmentShader = /* glsl */ `
${TEMPERATURE_GLSL}
${FLAG_GLSL}
uniform vec3 uInk;
uniform vec3 uFloor;
varying vec2 vAt;
flat varying float vCelsius;
flat varying float vFlags;
void main() {
  float r = length(vAt);
  if (r > 1.0) discard;
  bool chosen = hasFlag(vFlags, 1.0) || hasFlag(vFlags, 2.0);
  vec3 colour = r > 0.82 ? uInk : r > (chosen ? 0.45 : 0.66) ? uFloor : isKnown(vCelsius) ? temperatureColour(vCelsius) : uInk;
  gl_FragColor = vec4(colour, 1.0);
}
`;

/** Sensors as small discs that face the viewer; one draw call. */
export function Sensors({ sensors, flagsOf }: { sensors: readonly Sensor[]; flagsOf: (sensor: Sensor) => number }) {
  const { uniforms } = useSceneContext();
  const discs = useDisposable(() => {
    const geometry = quadGeometry(sensors.length);
    const centre = new Float32Array(sensors.length * 3);
    sensors.forEach(({ position }, i) => {
      centre.set([position.x, position.y, position.z], i * 3);
    });
    perInstance(geometry, 'aCentre', centre, 3);
    perInstance(geometry, 'aFlags', Float32Array.from(sensors, flagsOf), 1);
    const celsius = perInstance(geometry, 'aCelsius', new Float32Array(sensors.length).fill(Number.NaN), 1);
    return { geometry, celsius, dispose: () => geometry.dispose() };
  }, [sensors, flagsOf]);
  const material = useDisposable(
    () => new ShaderMaterial({ uniforms: { ...uniforms }, vertexShader, fragmentShader }),
    [uniforms],
  );
  const write = useMemo(() => {
    const source = createFrameSource(sensors.map(({ id }) => id));
    return (frame: Frame) => {
      source(frame.layout.sensorIds).forEach((place, i) => {
        discs.celsius.array[i] = place < 0 ? Number.NaN : frame.blocks.sensorCelsius[place]!;
      });
      discs.celsius.needsUpdate = true;
    };
  }, [sensors, discs]);
  useFrameSink(write);
  if (sensors.length === 0) return null;
  return <mesh geometry={discs.geometry} material={material} frustumCulled={false} renderOrder={3} />;
}
