import { ShaderMaterial } from 'three';
import { TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';

const vertexShader = /* glsl */ `
/** Ends of a segment: place and temperature; place along the line 0..1 at the start. */
attribute vec4 aFrom;
attribute vec4 aTo;
attribute vec2 aAlong;
uniform vec2 uViewport;
uniform float uWidth;
varying float vSide;
varying float vCelsius;
varying float vAlong;
vec2 onScreen(vec4 clip) { return clip.xy / max(clip.w, 1e-4) * uViewport * 0.5; }
void main() {
  float end = position.x + 0.5;
  vec4 from = projectionMatrix * viewMatrix * vec4(aFrom.xyz, 1.0);
  vec4 to = projectionMatrix * viewMatrix * vec4(aTo.xyz, 1.0);
  vec2 along = onScreen(to) - onScreen(from);
  float reach = length(along);
  along = reach > 1e-3 ? along / reach : vec2(1.0, 0.0);
  vec4 clip = mix(from, to, end);
  clip.xy += vec2(-along.y, along.x) * position.y * uWidth / uViewport * 2.0 * clip.w;
  vSide = position.y * 2.0;
  vCelsius = mix(aFrom.w, aTo.w, end);
  vAlong = mix(aAlong.x, aAlong.y, end);
  gl_Position = clip;
}
`;

const fragmentShader = /* glsl */ `
${TEMPERATURE_GLSL}
uniform vec3 uBackground;
varying float vSide;
varying float vCelsius;
varying float vAlong;
void main() {
  float alpha = (1.0 - smoothstep(0.4, 1.0, abs(vSide))) * (1.0 - 0.75 * vAlong) * 0.8;
  if (alpha < 0.02 || !isKnown(vCelsius)) discard;
  float ground = dot(uBackground, vec3(0.299, 0.587, 0.114));
  gl_FragColor = vec4(temperatureColour(vCelsius) * mix(1.0, 0.86, smoothstep(0.5, 0.9, ground)), alpha);
}
`;

export function createStreamlineMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uViewport: { value: [1, 1] }, uWidth: { value: 2 } },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
  });
}
