import classes from './power.module.css';

/** Graphic symbols in the manner of IEC 60617, about the origin. */

export function TransformerSymbol() {
  return (
    <g className={classes.symbol}>
      <circle cy={-6} r={10} />
      <circle cy={6} r={10} />
    </g>
  );
}

export function GeneratorSymbol() {
  return (
    <g className={classes.symbol}>
      <circle r={12} />
      <text textAnchor="middle" y={4} className={classes.symbolText}>
        G
      </text>
    </g>
  );
}

/** Alternating to direct and back. */
export function ConverterSymbol() {
  return (
    <g className={classes.symbol}>
      <rect x={-12} y={-12} width={24} height={24} />
      <path d="M12 -12L-12 12" />
      <path d="M-9 -6Q-6.5 -10 -4.5 -6.5T0 -7" />
      <path d="M2 5H9M2 8H9" />
    </g>
  );
}

export function BreakerSymbol() {
  return (
    <g className={classes.symbol}>
      <rect x={-8} y={-8} width={16} height={16} />
      <path d="M-4 -4L4 4M-4 4L4 -4" />
    </g>
  );
}

/** Hangs on the wire at its left. */
export function BatterySymbol({ x, y, live }: { x: number; y: number; live: boolean }) {
  return (
    <g transform={`translate(${x} ${y})`} className={classes.wire} data-live={live}>
      <path d="M0 0H16M16 -8V8M20 -4V4M25 -8V8M29 -4V4" />
    </g>
  );
}
