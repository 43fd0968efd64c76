import { ShaderMaterial } from 'three';
import { FLAG_GLSL, SHADING_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';

const vertexShader = /* glsl */ `
attribute vec3 aMin;
attribute vec3 aSize;
/** 0 equipment, 1 solid building part; flags. */
attribute vec2 aStyle;
varying vec3 vAt;
varying vec3 vNormalWorld;
flat varying vec3 vSize;
flat varying vec2 vStyle;
varying float vHeight;
void main() {
  vAt = (position + vec3(0.5, 0.5, 0.0)) * aSize;
  vSize = aSize;
  vStyle = aStyle;
  vNormalWorld = normal;
  vec3 world = aMin + vAt;
  vHeight = world.z;
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${SHADING_GLSL}
${FLAG_GLSL}
uniform vec3 uBody;
uniform vec3 uWall;
uniform vec3 uFloor;
uniform vec3 uEdge;
uniform vec3 uInk;
varying vec3 vAt;
varying vec3 vNormalWorld;
flat varying vec3 vSize;
flat varying vec2 vStyle;
varying float vHeight;
void main() {
  vec3 n = abs(normalize(vNormalWorld));
  vec3 inside = min(vAt, vSize - vAt);
  vec3 base = uBody;
  if (vStyle.x > 0.5) {
    float along = dot(vAt, vec3(1.0, 1.0, 1.0)) / 0.16;
    float pixel = fwidth(along);
    float hatch = (1.0 - smoothstep(0.06, 0.06 + pixel, abs(fract(along) - 0.5))) * (1.0 - smoothstep(0.1, 0.4, pixel));
    base = mix(mix(uFloor, uWall, 0.35), uWall, 0.55 * hatch);
  }
  vec3 colour = shaded(base, vNormalWorld, vHeight);
  vec3 line = vec3(thinLine(inside.x, 0.7), thinLine(inside.y, 0.7), thinLine(inside.z, 0.7));
  float edge = n.x > 0.5 ? max(line.y, line.z) : n.y > 0.5 ? max(line.x, line.z) : max(line.x, line.y);
  float chosen = max(hasFlag(vStyle.y, 1.0) ? 0.5 : 0.0, hasFlag(vStyle.y, 2.0) ? 1.0 : 0.0);
  colour = mix(colour, mix(uEdge, uInk, chosen), edge * (0.75 + 0.25 * chosen));
  if (hasFlag(vStyle.y, 8.0)) colour = mix(colour, uInk, 0.35 * step(0.5, fract((gl_FragCoord.x + gl_FragCoord.y) / 9.0)));
  gl_FragColor = vec4(colour, 1.0);
}
`;

export function createBoxMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({ uniforms: { ...uniforms }, vertexShader, fragmentShader });
}
