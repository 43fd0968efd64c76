/** Round numbers for the marks of an axis, about five of them; powers of ten on a logarithmic one. */
export function axisTicks(scale: 'linear' | 'log', from: number, to: number): number[] {
  return scale === 'log' ? logTicks(from, to) : linearTicks(from, to);
}

function linearTicks(from: number, to: number): number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const ticks: number[] = [];
  for (let n = Math.ceil(from / step); n * step <= to; n++) ticks.push(n * step);
  return ticks;
}

function logTicks(from: number, to: number): number[] {
  const ticks: number[] = [];
  const decades = Math.log10(to / from);
  const factors = decades < 1.5 ? [1, 2, 5] : [1];
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++) {
    for (const factor of factors) {
      const tick = factor * 10 ** power;
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks;
}

/** At most four significant digits, without the noise of binary fractions; a power of ten where it is shorter. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(4));
  return size !== 0 && (size >= 1e5 || size < 1e-3) ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}
