import { useMemo } from 'react';
import { DoubleSide, ShaderMaterial } from 'three';
import type { Containment } from '../../../site/schema/room';
import { FLAG_GLSL, SHADING_GLSL } from '../gpu/glsl';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { containmentPanels } from './containment-panels';

const vertexShader = /* glsl */ `
attribute vec3 aCentre;
attribute vec3 aAlong;
attribute vec3 aUp;
/** 0 panel, 1 shut door, 2 open door; flags. */
attribute vec2 aStyle;
varying vec2 vAt;
flat varying vec2 vSize;
flat varying vec2 vStyle;
void main() {
  vAt = position.xy + 0.5;
  vSize = vec2(length(aAlong), length(aUp));
  vStyle = aStyle;
  gl_Position = projectionMatrix * viewMatrix * vec4(aCentre + aAlong * position.x + aUp * position.y, 1.0);
}
`;

const fragmentShader = /* glsl */ `
${SHADING_GLSL}
${FLAG_GLSL}
uniform vec3 uGlass;
uniform vec3 uInkQuiet;
uniform vec3 uInk;
varying vec2 vAt;
flat varying vec2 vSize;
flat varying vec2 vStyle;
void main() {
  vec2 metres = vAt * vSize;
  vec2 border = min(metres, vSize - metres);
  float line = thinLine(min(border.x, border.y), 1.6);
  float sheen = smoothstep(0.80, 0.84, fract((metres.x + metres.y) / 1.3));
  float alpha = vStyle.x > 1.5 ? 0.0 : 0.30 + 0.10 * sheen;
  if (vStyle.x > 0.5) {
    line = max(line, thinLine(abs(metres.x - vSize.x * 0.5), 0.4));
    float handle = step(abs(abs(metres.x - vSize.x * 0.5) - 0.05), 0.012) * step(abs(metres.y - 1.05), 0.13);
    line = max(line, handle);
  } else {
    line = max(line, 0.6 * thinLine(abs(fract(metres.x / 0.9 + 0.5) - 0.5) * 0.9, 0.3));
  }
  float chosen = max(hasFlag(vStyle.y, 1.0) ? 0.6 : 0.0, hasFlag(vStyle.y, 2.0) ? 1.0 : 0.0);
  vec3 colour = mix(uGlass, mix(uInkQuiet, uInk, chosen), line);
  float total = max(alpha, line * 0.85);
  if (total < 0.01) discard;
  gl_FragColor = vec4(colour, total);
}
`;

const styleOf = { panel: 0, door: 1, 'open-door': 2 } as const;

/** Aisle containment: translucent panels, doors with a seam and handles, an empty frame where doors stand open. */
export function Containments({
  containments,
  flagsOf,
}: {
  containments: readonly Containment[];
  flagsOf: (c: Containment) => number;
}) {
  const { uniforms } = useSceneContext();
  const panels = useMemo(
    () =>
      containments.flatMap((containment) =>
        containmentPanels(containment).map((panel) => ({ panel, flags: flagsOf(containment) })),
      ),
    [containments, flagsOf],
  );
  const geometry = useDisposable(() => {
    const quads = quadGeometry(panels.length);
    const centre = new Float32Array(panels.length * 3);
    const along = new Float32Array(panels.length * 3);
    const up = new Float32Array(panels.length * 3);
    const style = new Float32Array(panels.length * 2);
    panels.forEach(({ panel, flags }, i) => {
      centre.set([panel.centre.x, panel.centre.y, panel.centre.z], i * 3);
      along.set([panel.along.x, panel.along.y, panel.along.z], i * 3);
      up.set([panel.up.x, panel.up.y, panel.up.z], i * 3);
      style.set([styleOf[panel.kind], flags], i * 2);
    });
    perInstance(quads, 'aCentre', centre, 3);
    perInstance(quads, 'aAlong', along, 3);
    perInstance(quads, 'aUp', up, 3);
    perInstance(quads, 'aStyle', style, 2);
    return quads;
  }, [panels]);
  const material = useDisposable(
    () =>
      new ShaderMaterial({
        uniforms: { ...uniforms },
        vertexShader,
        fragmentShader,
        transparent: true,
        depthWrite: false,
        side: DoubleSide,
      }),
    [uniforms],
  );
  if (panels.length === 0) return null;
  return <mesh geometry={geometry} material={material} frustumCulled={false} renderOrder={5} />;
}
