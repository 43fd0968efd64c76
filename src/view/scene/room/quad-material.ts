import { DoubleSide, ShaderMaterial } from 'three';
import { FLAG_GLSL, SHADING_GLSL, TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';

const vertexShader = /* glsl */ `
attribute vec3 aCentre;
attribute vec3 aAlong;
attribute vec3 aUp;
/** Pattern, open share, flags. */
attribute vec3 aStyle;
attribute float aCelsius;
varying vec2 vAt;
flat varying vec2 vSize;
flat varying vec3 vStyle;
flat varying float vCelsius;
void main() {
  vAt = position.xy + 0.5;
  vSize = vec2(length(aAlong), length(aUp));
  vStyle = aStyle;
  vCelsius = aCelsius;
  vec3 world = aCentre + aAlong * position.x + aUp * position.y;
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${TEMPERATURE_GLSL}
${SHADING_GLSL}
${FLAG_GLSL}
uniform vec3 uBody;
uniform vec3 uEdge;
uniform vec3 uRecess;
uniform vec3 uInk;
varying vec2 vAt;
flat varying vec2 vSize;
flat varying vec3 vStyle;
flat varying float vCelsius;
void main() {
  vec2 metres = vAt * vSize;
  vec2 border = min(metres, vSize - metres);
  float inset = min(border.x, border.y);
  float pixel = max(fwidth(metres.x), fwidth(metres.y));
  vec3 warm = isKnown(vCelsius) ? temperatureColour(vCelsius) : uRecess;
  vec3 colour = warm;
  if (vStyle.x < 0.5) {
    float detail = 1.0 - smoothstep(0.006, 0.02, pixel);
    float blade = smoothstep(0.25, 0.75, fract(metres.y / 0.05));
    colour = mix(warm, warm * 0.72, detail * (1.0 - blade) * 0.7);
  } else if (vStyle.x < 1.5) {
    float pitch = 0.05;
    float radius = pitch * sqrt(clamp(vStyle.y, 0.02, 0.9) / 3.14159);
    float hole = 1.0 - smoothstep(radius - pixel, radius + pixel, length((fract(metres / pitch) - 0.5) * pitch));
    float detail = 1.0 - smoothstep(0.012, 0.03, pixel);
    float covered = mix(clamp(vStyle.y, 0.0, 1.0), hole, detail);
    colour = mix(mix(uBody, warm, 0.28), warm, covered);
  }
  float edge = thinLine(inset, 0.7);
  float chosen = max(hasFlag(vStyle.z, 1.0) ? 0.6 : 0.0, hasFlag(vStyle.z, 2.0) ? 1.0 : 0.0);
  colour = mix(colour, mix(uEdge, uInk, chosen), edge);
  if (hasFlag(vStyle.z, 8.0)) colour = mix(colour, uInk, 0.35 * step(0.5, fract((gl_FragCoord.x + gl_FragCoord.y) / 9.0)));
  gl_FragColor = vec4(colour, 1.0);
}
`;

export function createQuadMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms },
    vertexShader,
    fragmentShader,
    side: DoubleSide,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -4,
  });
}
