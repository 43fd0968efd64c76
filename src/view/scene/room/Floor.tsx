import { useMemo } from 'react';
import { BoxGeometry, ShaderMaterial } from 'three';
import type { Site } from '../../../site/schema/site';
import { SHADING_GLSL, WORLD_BOX_VERTEX_GLSL } from '../gpu/glsl';
import type { SharedUniforms } from '../gpu/shared-uniforms';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';

/** Thickness drawn for a floor without a plenum under it, m. */
const SLAB_METRES = 0.12;

const fragmentShader = /* glsl */ `
${SHADING_GLSL}
uniform vec3 uFloor;
uniform vec3 uGrid;
uniform vec3 uGridStrong;
uniform vec3 uWall;
uniform vec3 uBody;
uniform float uPitch;
uniform float uPlenum;
uniform float uShowGrid;
varying vec3 vWorld;
varying vec3 vNormalWorld;

float gridLines(vec2 at, float pitch, float width) {
  vec2 distance = abs(fract(at / pitch - 0.5) - 0.5) * pitch;
  vec2 pixel = max(fwidth(at), vec2(1e-5));
  vec2 line = 1.0 - smoothstep(pixel * width, pixel * (width + 1.0), distance);
  float fade = 1.0 - smoothstep(0.15, 0.45, max(pixel.x, pixel.y) / pitch);
  return max(line.x, line.y) * fade;
}

void main() {
  vec3 colour;
  if (vNormalWorld.z > 0.5) {
    colour = uFloor;
    if (uShowGrid > 0.5) {
      colour = mix(colour, uGrid, gridLines(vWorld.xy, uPitch, 0.35));
      colour = mix(colour, uGridStrong, 0.6 * gridLines(vWorld.xy, uPitch * 5.0, 0.35));
    }
  } else {
    float depth = -vWorld.z;
    colour = mix(uWall, uFloor, 0.45) * (0.93 + 0.05 * vNormalWorld.x);
    if (uPlenum > 0.0) {
      float along = abs(vNormalWorld.x) > 0.5 ? vWorld.y : vWorld.x;
      float pedestal = 1.0 - smoothstep(0.012, 0.012 + fwidth(along), abs(fract(along / uPitch - 0.5) - 0.5) * uPitch);
      float panel = step(depth, 0.04);
      colour = mix(colour * 0.86, uWall, pedestal * 0.6);
      colour = mix(colour, uFloor, panel);
    }
  }
  gl_FragColor = vec4(colour, 1.0);
}
`;

function createMaterial(uniforms: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, uPitch: { value: 0.6 }, uPlenum: { value: 0 }, uShowGrid: { value: 1 } },
    vertexShader: WORLD_BOX_VERTEX_GLSL,
    fragmentShader,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 4,
  });
}

/** The floor with its tile grid, and the edge of the raised floor with its pedestals. */
export function Floor({ site, showGrid }: { site: Site; showGrid: boolean }) {
  const { uniforms } = useSceneContext();
  const { width, depth } = site.room;
  const plenum = site.raisedFloor?.height ?? 0;
  const thickness = plenum > 0 ? plenum : SLAB_METRES;
  const geometry = useDisposable(() => new BoxGeometry(width, depth, thickness), [width, depth, thickness]);
  const material = useDisposable(() => createMaterial(uniforms), [uniforms]);
  useMemo(() => {
    material.uniforms.uPitch!.value = site.floorGrid;
    material.uniforms.uPlenum!.value = plenum;
    material.uniforms.uShowGrid!.value = showGrid ? 1 : 0;
  }, [material, site.floorGrid, plenum, showGrid]);
  return <mesh geometry={geometry} material={material} position={[width / 2, depth / 2, -thickness / 2]} />;
}
