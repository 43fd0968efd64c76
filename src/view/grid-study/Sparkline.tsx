import classes from './grid-study.module.css';

const WIDTH = 64;
const HEIGHT = 18;
const MARGIN = 3;

/** Three values against cell size, coarsest on the left, so that one sees whether they level off. */
export function Sparkline({ x, y }: { x: readonly number[]; y: readonly number[] }) {
  const [lowX, highX] = [Math.min(...x), Math.max(...x)];
  const [lowY, highY] = [Math.min(...y), Math.max(...y)];
  const points = x.map((size, n) => {
    const across = (highX - size) / (highX - lowX || 1);
    const up = highY > lowY ? (y[n]! - lowY) / (highY - lowY) : 0.5;
    return [MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)] as const;
  });
  return (
    <svg width={WIDTH} height={HEIGHT} className={classes.spark} aria-hidden="true">
      <polyline points={points.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' ')} />
      <circle cx={points[0]![0]} cy={points[0]![1]} r={2} />
    </svg>
  );
}
