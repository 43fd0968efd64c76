import { ShaderMaterial } from 'three';
import { FLAG_GLSL, GHOST_GLSL, RACK_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import type { NameAtlas } from './name-atlas';
import type { RackTexture } from './rack-texture';

const vertexShader = /* glsl */ `
${RACK_GLSL}
attribute float aRack;
attribute vec3 aSize;
uniform vec2 uAtlasCells;
uniform float uAspect;
/** Quarter turns that bring the names upright for the camera. */
uniform float uTurn;
varying vec2 vUv;
flat varying float vFlags;
void main() {
  vec4 place = rackTexel(aRack, 0);
  vFlags = place.w;
  vec2 cell = vec2(mod(aRack, uAtlasCells.x), uAtlasCells.y - 1.0 - floor(aRack / uAtlasCells.x));
  vUv = (cell + position.xy + 0.5) / uAtlasCells;
  float fit = min(min(aSize.x, aSize.y) * 0.86, 0.42 * uAspect);
  vec3 flatName = quarterTurned(vec3(position.xy * vec2(fit, fit / uAspect), 0.0), uTurn);
  vec3 world = flatName + vec3(place.xy, aSize.z + 0.006);
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${FLAG_GLSL}
${GHOST_GLSL}
uniform sampler2D uAtlas;
uniform vec2 uAtlasCells;
uniform vec3 uInk;
varying vec2 vUv;
flat varying float vFlags;
void main() {
  if (hasFlag(vFlags, 4.0)) dropGhostPixels();
  float pixelsHigh = 1.0 / max(fwidth(vUv.y) * uAtlasCells.y, 1e-5);
  float legible = smoothstep(5.0, 9.0, pixelsHigh);
  float ink = texture(uAtlas, vUv).a * legible;
  if (ink < 0.02) discard;
  gl_FragColor = vec4(uInk, ink);
}
`;

export function createNameMaterial(uniforms: SharedUniforms, racks: RackTexture, atlas: NameAtlas): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: {
      ...uniforms,
      uRackState: { value: racks.texture },
      uAtlas: { value: atlas.texture },
      uAtlasCells: { value: [atlas.columns, atlas.rows] },
      uAspect: { value: atlas.aspect },
      uTurn: { value: 0 },
    },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -8,
  });
}
