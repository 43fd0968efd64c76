import { DoubleSide, ShaderMaterial, type Texture } from 'three';
import { TEMPERATURE_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';

const vertexShader = /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${TEMPERATURE_GLSL}
uniform sampler2D uField;
uniform float uOpacity;
/** K between iso-lines; 0 for none. */
uniform float uIsoStep;
uniform vec3 uInk;
varying vec2 vUv;
void main() {
  vec2 field = texture(uField, vUv).rg;
  if (field.g < 0.5) discard;
  float celsius = field.r / field.g;
  vec3 colour = temperatureColour(celsius);
  if (uIsoStep > 0.0) {
    float level = celsius / uIsoStep;
    float slope = max(fwidth(level), 1e-4);
    float distance = abs(fract(level + 0.5) - 0.5) / slope;
    float fifth = step(abs(fract(level / 5.0 + 0.5) - 0.5) * 5.0, 0.5);
    float line = 1.0 - smoothstep(mix(0.35, 0.8, fifth), mix(1.1, 1.7, fifth), distance);
    // Too dense to tell apart, or so level that a line would become a blot.
    line *= (1.0 - smoothstep(0.35, 0.6, slope)) * smoothstep(0.0008, 0.004, slope);
    colour = mix(colour, uInk, line * mix(0.34, 0.6, fifth));
  }
  gl_FragColor = vec4(colour, uOpacity);
}
`;

export function createFieldMaterial(uniforms: SharedUniforms, field: Texture, opacity: number): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uField: { value: field }, uOpacity: { value: opacity }, uIsoStep: { value: 0 } },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
  });
}
