import { ShaderMaterial } from 'three';
import { TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';

const cellVertex = /* glsl */ `
/** Middle and size of a cell, m. */
attribute vec4 aCell;
attribute float aValue;
uniform float uHeight;
flat varying float vValue;
void main() {
  vValue = aValue;
  gl_Position = projectionMatrix * viewMatrix * vec4(aCell.xy + aCell.zw * position.xy, uHeight, 1.0);
}
`;

const cellFragment = /* glsl */ `
${TEMPERATURE_GLSL}
uniform vec3 uFloor;
uniform vec3 uInk;
/** Lowest and highest pressure, Pa. */
uniform vec2 uPascals;
uniform float uByTemperature;
flat varying float vValue;
void main() {
  if (!(vValue > -1e5 && vValue < 1e5)) discard;
  vec3 colour;
  if (uByTemperature > 0.5) colour = temperatureColour(vValue);
  else {
    float share = clamp((vValue - uPascals.x) / max(uPascals.y - uPascals.x, 1e-3), 0.0, 1.0);
    colour = mix(uInk, uFloor, 0.3 + 0.66 * share);
  }
  gl_FragColor = vec4(colour, 0.94);
}
`;

const arrowVertex = /* glsl */ `
/** Middle and length of the square that an arrow fills, m. */
attribute vec3 aPlace;
attribute vec2 aVelocity;
uniform float uHeight;
uniform float uFastest;
varying vec2 vAt;
flat varying float vReach;
void main() {
  float speed = length(aVelocity);
  vec2 along = speed > 1e-6 ? aVelocity / speed : vec2(1.0, 0.0);
  vReach = speed / max(uFastest, 1e-3);
  vAt = position.xy * 2.0;
  vec2 world = aPlace.xy + aPlace.z * (along * position.x + vec2(-along.y, along.x) * position.y);
  gl_Position = projectionMatrix * viewMatrix * vec4(world, uHeight, 1.0);
}
`;

const arrowFragment = /* glsl */ `
uniform vec3 uInk;
uniform vec3 uFloor;
varying vec2 vAt;
flat varying float vReach;
void main() {
  if (vReach < 0.02) discard;
  // Lengths by the square root of speed, so that slow air still shows its way.
  float reach = 0.2 + 0.75 * sqrt(vReach);
  float head = min(0.45, reach);
  float across = abs(vAt.y);
  float pixel = fwidth(vAt.y);
  float shaft = (1.0 - smoothstep(0.07, 0.07 + pixel, across)) * step(-reach, vAt.x) * step(vAt.x, reach - head * 0.8);
  float width = (reach - vAt.x) / head * 0.26;
  float point = (1.0 - smoothstep(width, width + pixel, across)) * step(reach - head, vAt.x) * step(vAt.x, reach);
  float ink = max(shaft, point);
  float halo = (1.0 - smoothstep(0.16, 0.2, across)) * step(-reach - 0.06, vAt.x) * step(vAt.x, reach - head * 0.8);
  if (max(ink, halo) < 0.02) discard;
  gl_FragColor = vec4(mix(uFloor, uInk, ink), max(ink, halo * 0.55));
}
`;

export function createPlenumCellMaterial(uniforms: SharedUniforms, heightMetres: number): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: {
      ...uniforms,
      uHeight: { value: heightMetres },
      uPascals: { value: [0, 1] },
      uByTemperature: { value: 0 },
    },
    vertexShader: cellVertex,
    fragmentShader: cellFragment,
    transparent: true,
    depthWrite: false,
  });
}

export function createPlenumArrowMaterial(uniforms: SharedUniforms, heightMetres: number): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uHeight: { value: heightMetres }, uFastest: { value: 1 } },
    vertexShader: arrowVertex,
    fragmentShader: arrowFragment,
    transparent: true,
    depthWrite: false,
  });
}
