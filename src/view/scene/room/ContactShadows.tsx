import { ShaderMaterial } from 'three';
import type { Box } from '../../../site/footprint';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';

/** How far the soft shadow reaches beyond a box, m. */
const REACH = '0.35';

const vertexShader = /* glsl */ `
attribute vec2 aCentre;
attribute vec2 aHalf;
varying vec2 vAt;
flat varying vec2 vHalf;
void main() {
  vHalf = aHalf;
  vAt = position.xy * 2.0 * (aHalf + ${REACH});
  gl_Position = projectionMatrix * viewMatrix * vec4(aCentre + vAt, 0.003, 1.0);
}
`;

const fragmentShader = /* glsl */ `
uniform vec3 uShadow;
varying vec2 vAt;
flat varying vec2 vHalf;
void main() {
  vec2 outside = max(abs(vAt) - vHalf, 0.0);
  float alpha = 0.30 * pow(1.0 - clamp(length(outside) / ${REACH}, 0.0, 1.0), 2.2);
  gl_FragColor = vec4(uShadow, alpha);
}
`;

/** A soft dark rim on the floor around what stands on it: it seats things without shadow maps. */
export function ContactShadows({ boxes }: { boxes: readonly Box[] }) {
  const { uniforms } = useSceneContext();
  const geometry = useDisposable(() => {
    const quads = quadGeometry(boxes.length);
    const centre = new Float32Array(boxes.length * 2);
    const half = new Float32Array(boxes.length * 2);
    boxes.forEach(({ min, max }, i) => {
      centre.set([(min.x + max.x) / 2, (min.y + max.y) / 2], i * 2);
      half.set([(max.x - min.x) / 2, (max.y - min.y) / 2], i * 2);
    });
    perInstance(quads, 'aCentre', centre, 2);
    perInstance(quads, 'aHalf', half, 2);
    return quads;
  }, [boxes]);
  const material = useDisposable(
    () =>
      new ShaderMaterial({
        uniforms: { ...uniforms },
        vertexShader,
        fragmentShader,
        transparent: true,
        depthWrite: false,
      }),
    [uniforms],
  );
  if (boxes.length === 0) return null;
  return <mesh geometry={geometry} material={material} frustumCulled={false} renderOrder={1} />;
}
