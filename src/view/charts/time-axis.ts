/** Steps between ticks that a clock likes, s. */
const STEPS = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400, 172_800, 604_800];

/** Round times within a span, about `count` of them. */
export function timeTicks(fromSeconds: number, toSeconds: number, count: number): number[] {
  const span = toSeconds - fromSeconds;
  if (!(span > 0)) return [];
  const step = STEPS.find((candidate) => span / candidate <= count) ?? STEPS.at(-1)!;
  const ticks: number[] = [];
  for (let tick = Math.ceil(fromSeconds / step) * step; tick <= toSeconds; tick += step) ticks.push(tick);
  return ticks;
}

/** Clock on the axis: minutes and seconds for short spans, hours and minutes for long ones. */
export function tickText(seconds: number, spanSeconds: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = part(Math.floor(whole / 60) % 60);
  if (spanSeconds <= 1800) return `${hours > 0 ? `${hours}:` : ''}${minutes}:${part(whole % 60)}`;
  const days = Math.floor(hours / 24);
  return days > 0 ? `${days} d ${part(hours % 24)}:${minutes}` : `${hours}:${minutes}`;
}
