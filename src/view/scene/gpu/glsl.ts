/** Shader text shared by the scene's materials. All colours are display (sRGB) values. */

export const TEMPERATURE_GLSL = /* glsl */ `
uniform sampler2D uTemperatureTable;
uniform vec4 uTemperatureRange;
/** False for NaN, which stands for 'not known'. */
bool isKnown(float celsius) { return celsius > -273.0 && celsius < 1000.0; }
vec3 temperatureColour(float celsius) {
  float bounded = clamp(celsius, uTemperatureRange.x, uTemperatureRange.y);
  float at = clamp(0.5 + 0.5 * (bounded - uTemperatureRange.z) / uTemperatureRange.w, 0.0, 1.0);
  return texture(uTemperatureTable, vec2((at * 255.0 + 0.5) / 256.0, 0.5)).rgb;
}
`;

export const SHADING_GLSL = /* glsl */ `
/** Soft light from above and a little from the left; a box darkens towards the floor that it stands on. */
vec3 shaded(vec3 base, vec3 normal, float heightMetres) {
  float light = 0.90 + 0.10 * normal.z + 0.045 * dot(normal.xy, vec2(-0.5, -0.86));
  float grounded = mix(0.90, 1.0, smoothstep(0.0, 0.9, heightMetres));
  return base * light * grounded;
}
/** 1 on a thin line at distance 0, anti-aliased, 'width' pixels to each side. */
float thinLine(float distanceMetres, float width) {
  float pixel = max(fwidth(distanceMetres), 1e-6);
  return 1.0 - smoothstep(width * pixel, (width + 1.0) * pixel, distanceMetres);
}
`;

/** Tests one RACK_FLAG bit of a number that holds several. */
export const FLAG_GLSL = /* glsl */ `
bool hasFlag(float flags, float bit) { return mod(floor(flags / bit + 1e-3), 2.0) > 0.5; }
`;

/** Reads the place and state of a rack; see racks/rack-texture.ts for the layout. */
export const RACK_GLSL = /* glsl */ `
uniform highp sampler2D uRackState;
vec4 rackTexel(float rack, int part) {
  int k = int(rack + 0.5) * 2 + part;
  int width = textureSize(uRackState, 0).x;
  return texelFetch(uRackState, ivec2(k % width, k / width), 0);
}
/** Turns a vector by quarter turns anticlockwise seen from above. */
vec3 quarterTurned(vec3 v, float turns) {
  int n = int(turns + 0.5);
  if (n == 1) return vec3(-v.y, v.x, v.z);
  if (n == 2) return vec3(-v.x, -v.y, v.z);
  if (n == 3) return vec3(v.y, -v.x, v.z);
  return v;
}
`;

/** Screen-door transparency: no sorting needed, and edges stay crisp. */
export const GHOST_GLSL = /* glsl */ `
void dropGhostPixels() {
  vec2 cell = mod(floor(gl_FragCoord.xy), 2.0);
  if (cell.x + cell.y * 2.0 != 0.0) discard;
}
`;

/** Vertex stage of the room's own boxes: hands world position and normal on. */
export const WORLD_BOX_VERTEX_GLSL = /* glsl */ `
varying vec3 vWorld;
varying vec3 vNormalWorld;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  vNormalWorld = normal;
  gl_Position = projectionMatrix * viewMatrix * world;
}
`;
