import { BackSide, BoxGeometry, ShaderMaterial } from 'three';
import type { Room } from '../../../site/schema/room';
import { SHADING_GLSL, WORLD_BOX_VERTEX_GLSL } from '../gpu/glsl';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';

const fragmentShader = /* glsl */ `
${SHADING_GLSL}
uniform vec3 uWall;
uniform vec3 uRoom;
uniform float uShowCeiling;
varying vec3 vWorld;
varying vec3 vNormalWorld;
void main() {
  vec3 inside = min(vWorld, uRoom - vWorld);
  vec3 n = abs(vNormalWorld);
  if (n.z > 0.5 && (vNormalWorld.z < 0.0 || uShowCeiling < 0.5)) discard;
  vec3 line = vec3(thinLine(inside.x, 0.8), thinLine(inside.y, 0.8), thinLine(inside.z, 0.8));
  float edge = n.x > 0.5 ? max(line.y, line.z) : n.y > 0.5 ? max(line.x, line.z) : max(line.x, line.y);
  float fill = n.z > 0.5 ? 0.08 : mix(0.26, 0.10, clamp(vWorld.z / uRoom.z, 0.0, 1.0));
  gl_FragColor = vec4(uWall, mix(fill, 0.95, edge));
}
`;

/** Only the walls that face the viewer from behind: the near ones are cut away. */
export function Walls({ room, showCeiling }: { room: Room; showCeiling: boolean }) {
  const { uniforms } = useSceneContext();
  const { width, depth, height } = room;
  const geometry = useDisposable(() => new BoxGeometry(width, depth, height), [width, depth, height]);
  const material = useDisposable(
    () =>
      new ShaderMaterial({
        uniforms: {
          ...uniforms,
          uRoom: { value: [width, depth, height] },
          uShowCeiling: { value: showCeiling ? 1 : 0 },
        },
        vertexShader: WORLD_BOX_VERTEX_GLSL,
        fragmentShader,
        side: BackSide,
        transparent: true,
        depthWrite: false,
      }),
    [uniforms, width, depth, height, showCeiling],
  );
  return (
    <mesh geometry={geometry} material={material} position={[width / 2, depth / 2, height / 2]} renderOrder={-1} />
  );
}
