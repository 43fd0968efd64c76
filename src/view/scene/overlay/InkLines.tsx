import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';
import { useTheme } from '../../../store/theme';
import { useDisposable } from '../gpu/use-disposable';
import { SCENE_PALETTES } from '../scene-theme';

interface Props {
  /** Pairs of points, x y z each, m. */
  points: readonly number[];
  widthPx: number;
  opacity?: number;
  /** True: drawn over everything. */
  onTop?: boolean;
  dashed?: boolean;
}

function createLines() {
  const material = new LineMaterial({ transparent: true, depthWrite: false, dashSize: 0.12, gapSize: 0.08 });
  const lines = new LineSegments2(new LineSegmentsGeometry(), material);
  lines.frustumCulled = false;
  return {
    lines,
    material,
    dispose: () => {
      lines.geometry.dispose();
      material.dispose();
    },
  };
}

/** Lines of a width in pixels in the scene's ink. */
export function InkLines({ points, widthPx, opacity = 1, onTop = false, dashed = false }: Props) {
  const theme = useTheme();
  const invalidate = useThree((state) => state.invalidate);
  const { lines, material } = useDisposable(createLines, []);
  useEffect(() => {
    lines.visible = points.length > 0;
    if (points.length > 0) {
      lines.geometry.dispose();
      lines.geometry = new LineSegmentsGeometry().setPositions([...points]);
      lines.computeLineDistances();
    }
    invalidate();
  }, [lines, points, invalidate]);
  useEffect(() => {
    material.color.set(SCENE_PALETTES[theme].ink);
    material.linewidth = widthPx;
    material.opacity = opacity;
    material.depthTest = !onTop;
    material.dashed = dashed;
    material.needsUpdate = true;
    invalidate();
  }, [material, theme, widthPx, opacity, onTop, dashed, invalidate]);
  return <primitive object={lines} renderOrder={onTop ? 9 : 7} dispose={null} />;
}
