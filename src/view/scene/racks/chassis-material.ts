import { ShaderMaterial } from 'three';
import { FLAG_GLSL, GHOST_GLSL, RACK_GLSL, SHADING_GLSL, TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import type { RackTexture } from './rack-texture';

const vertexShader = /* glsl */ `
${RACK_GLSL}
/** Rack index, side (-1 front, 1 rear), distance of the door from the rack's centre (m). */
attribute vec3 aPlace;
/** Lower edge (m), height (m), width (m), number of devices. */
attribute vec4 aRect;
attribute float aCelsius;
varying vec2 vAt;
flat varying vec4 vRect;
flat varying float vCelsius;
flat varying float vFlags;
void main() {
  vec4 place = rackTexel(aPlace.x, 0);
  float gap = 0.002;
  vAt = position.xy + 0.5;
  vRect = aRect;
  vCelsius = aCelsius;
  vFlags = place.w;
  // Mirrored on the front and rear alike, so that both wind outwards and those that face away are culled.
  vec3 local = vec3(-aPlace.y * position.x * aRect.z, aPlace.y * (aPlace.z + 0.004), aRect.x + gap + vAt.y * (aRect.y - 2.0 * gap));
  vec3 world = quarterTurned(local, place.z) + vec3(place.xy, 0.0);
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${FLAG_GLSL}
${TEMPERATURE_GLSL}
${SHADING_GLSL}
${GHOST_GLSL}
uniform vec3 uRecess;
varying vec2 vAt;
flat varying vec4 vRect;
flat varying float vCelsius;
flat varying float vFlags;
void main() {
  if (hasFlag(vFlags, 4.0)) dropGhostPixels();
  vec2 metres = vAt * vRect.zy;
  float pixel = max(fwidth(metres.x), fwidth(metres.y));
  vec3 colour;
  if (isKnown(vCelsius)) {
    colour = temperatureColour(vCelsius);
  } else {
    float stripe = step(0.5, fract((metres.x + metres.y) / 0.05));
    colour = mix(uRecess, uRecess + 0.12, stripe);
  }
  float deviceHeight = vRect.y / max(vRect.w, 1.0);
  float fromLine = abs(fract(metres.y / deviceHeight + 0.5) - 0.5) * deviceHeight;
  float near = 1.0 - smoothstep(0.10, 0.35, pixel / deviceHeight);
  colour = mix(colour, colour * 0.62, near * thinLine(fromLine, 0.3));
  float grille = 1.0 - smoothstep(0.0012, 0.0035, pixel);
  vec2 hole = abs(fract(metres / 0.011) - 0.5);
  colour *= 1.0 - 0.22 * grille * step(length(hole), 0.3);
  vec2 border = min(metres, vRect.zy - metres);
  colour = mix(colour, uRecess, 0.6 * thinLine(min(border.x, border.y), 0.2) * (1.0 - smoothstep(0.1, 0.5, pixel / vRect.y)));
  gl_FragColor = vec4(colour, 1.0);
}
`;

export function createChassisMaterial(uniforms: SharedUniforms, racks: RackTexture): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uRackState: { value: racks.texture } },
    vertexShader,
    fragmentShader,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -4,
  });
}
