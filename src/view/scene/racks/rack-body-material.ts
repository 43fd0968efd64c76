import { ShaderMaterial } from 'three';
import { FLAG_GLSL, GHOST_GLSL, RACK_GLSL, SHADING_GLSL, TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import type { RackTexture } from './rack-texture';

const vertexShader = /* glsl */ `
${RACK_GLSL}
attribute float aRack;
attribute vec3 aSize;
attribute float aBlanked;
varying vec3 vLocal;
varying vec3 vNormalLocal;
varying vec3 vNormalWorld;
varying vec3 vSize;
flat varying vec4 vPlace;
flat varying vec4 vWarmth;
flat varying float vBlanked;
void main() {
  vPlace = rackTexel(aRack, 0);
  vWarmth = rackTexel(aRack, 1);
  vSize = aSize;
  vBlanked = aBlanked;
  vLocal = position * aSize;
  vNormalLocal = normal;
  vNormalWorld = quarterTurned(normal, vPlace.z);
  vec3 world = quarterTurned(vLocal, vPlace.z) + vec3(vPlace.xy, 0.0);
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

/** Width of the warm and cold bands on a rack's top, m: they show in plan which way it breathes. */
const BAND_METRES = '0.17';

const fragmentShader = /* glsl */ `
${FLAG_GLSL}
${TEMPERATURE_GLSL}
${SHADING_GLSL}
${GHOST_GLSL}
uniform vec3 uBody;
uniform vec3 uEdge;
uniform vec3 uRecess;
uniform vec3 uInk;
varying vec3 vLocal;
varying vec3 vNormalLocal;
varying vec3 vNormalWorld;
varying vec3 vSize;
flat varying vec4 vPlace;
flat varying vec4 vWarmth;
flat varying float vBlanked;

vec3 doorColour(vec3 inside) {
  float inset = min(inside.x - 0.028, min(vLocal.z - 0.05, vSize.z - 0.045 - vLocal.z));
  vec3 open = vBlanked > 0.5 ? mix(uRecess, uBody, 0.5) : uRecess * 0.55;
  float handle = step(abs(vLocal.x - vSize.x * 0.5 + 0.014), 0.006) * step(abs(vLocal.z - vSize.z * 0.5), 0.11);
  vec3 frame = mix(uBody, uEdge, handle);
  return mix(frame, open, step(0.0, inset));
}

vec3 topColour(vec3 base) {
  float fromFront = vLocal.y + vSize.y * 0.5;
  float fromRear = vSize.y * 0.5 - vLocal.y;
  float margin = min(vSize.x * 0.5 - abs(vLocal.x), min(fromFront, fromRear)) - 0.025;
  if (margin < 0.0) return base;
  if (fromFront < ${BAND_METRES} && isKnown(vWarmth.x)) return temperatureColour(vWarmth.x);
  if (fromRear < ${BAND_METRES} && isKnown(vWarmth.y)) return temperatureColour(vWarmth.y);
  return base;
}

void main() {
  float flags = vPlace.w;
  if (hasFlag(flags, 4.0)) dropGhostPixels();
  vec3 n = normalize(vNormalLocal);
  vec3 inside = vec3(vSize.xy * 0.5 - abs(vLocal.xy), min(vLocal.z, vSize.z - vLocal.z));
  vec3 base = shaded(uBody, vNormalWorld, vLocal.z);
  vec3 colour = base;
  float edge;
  if (abs(n.y) > 0.5) {
    colour = shaded(doorColour(inside), vNormalWorld, vLocal.z);
    edge = max(thinLine(inside.x, 0.7), thinLine(inside.z, 0.7));
  } else if (abs(n.x) > 0.5) {
    edge = max(thinLine(inside.y, 0.7), thinLine(inside.z, 0.7));
  } else {
    colour = topColour(base);
    edge = max(thinLine(inside.x, 0.7), thinLine(inside.y, 0.7));
  }
  float chosen = max(hasFlag(flags, 1.0) ? 0.5 : 0.0, hasFlag(flags, 2.0) ? 1.0 : 0.0);
  colour = mix(colour, mix(uEdge, uInk, chosen), edge * (0.75 + 0.25 * chosen));
  if (hasFlag(flags, 8.0)) {
    float stripe = step(0.5, fract((gl_FragCoord.x + gl_FragCoord.y) / 9.0));
    colour = mix(colour, uInk, 0.35 * stripe);
  }
  gl_FragColor = vec4(colour, 1.0);
}
`;

export function createRackBodyMaterial(uniforms: SharedUniforms, racks: RackTexture): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uRackState: { value: racks.texture } },
    vertexShader,
    fragmentShader,
  });
}
