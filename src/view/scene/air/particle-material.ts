import { ShaderMaterial } from 'three';
import { TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import { TRAIL_POINTS } from './particles';

const trailAttributes = Array.from({ length: TRAIL_POINTS }, (_, i) => `attribute vec3 aPoint${i};`).join('\n');
const pick = Array.from({ length: TRAIL_POINTS }, (_, i) => `if (i == ${i}) return aPoint${i};`).join('\n  ');

const vertexShader = /* glsl */ `
${trailAttributes}
attribute vec2 aAir;
uniform vec2 uViewport;
uniform float uWidth;
varying float vSide;
varying float vAlong;
flat varying float vCelsius;
flat varying float vAlpha;

vec3 trailPoint(int i) {
  ${pick}
  return aPoint0;
}

vec2 onScreen(vec4 clip) { return clip.xy / max(clip.w, 1e-4) * uViewport * 0.5; }

void main() {
  int i = int(position.y + 0.5);
  vec3 here = trailPoint(i);
  vec4 clip = projectionMatrix * viewMatrix * vec4(here, 1.0);
  vec4 before = projectionMatrix * viewMatrix * vec4(trailPoint(max(i - 1, 0)), 1.0);
  vec4 after = projectionMatrix * viewMatrix * vec4(trailPoint(min(i + 1, ${TRAIL_POINTS - 1})), 1.0);
  vec2 along = onScreen(before) - onScreen(after);
  float reach = length(along);
  along = reach > 1e-3 ? along / reach : vec2(1.0, 0.0);
  float taper = mix(1.0, 0.35, position.y / ${(TRAIL_POINTS - 1).toFixed(1)});
  vec2 offset = vec2(-along.y, along.x) * position.x * uWidth * taper;
  if (i == 0) offset += along * uWidth * 0.5;
  clip.xy += offset / uViewport * 2.0 * clip.w;
  vSide = position.x * 2.0;
  vAlong = position.y / ${(TRAIL_POINTS - 1).toFixed(1)};
  vCelsius = aAir.x;
  vAlpha = aAir.y;
  gl_Position = clip;
}
`;

const fragmentShader = /* glsl */ `
${TEMPERATURE_GLSL}
uniform vec3 uBackground;
varying float vSide;
varying float vAlong;
flat varying float vCelsius;
flat varying float vAlpha;
void main() {
  float soft = 1.0 - smoothstep(0.45, 1.0, abs(vSide));
  float alpha = vAlpha * soft * pow(1.0 - vAlong, 1.3) * 0.9;
  if (alpha < 0.012) discard;
  vec3 colour = temperatureColour(vCelsius);
  // On a light ground pale air would vanish: deepen it a little there.
  float ground = dot(uBackground, vec3(0.299, 0.587, 0.114));
  colour *= mix(1.0, 0.86, smoothstep(0.5, 0.9, ground));
  gl_FragColor = vec4(colour, alpha);
}
`;

export function createParticleMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uViewport: { value: [1, 1] }, uWidth: { value: 2.4 } },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
  });
}
