/** The number with at most `decimals` decimals and no trailing zeros, for messages. */
export function plain(value: number, decimals = 3): string {
  return String(Number(value.toFixed(decimals)) + 0);
}

export function metresText(value: number): string {
  return `${plain(value)} m`;
}

export function airflowText(value: number): string {
  return `${plain(value)} m³/s`;
}

export function powerText(watts: number): string {
  return Math.abs(watts) >= 1000 ? `${plain(watts / 1000, 1)} kW` : `${plain(watts, 1)} W`;
}

export function celsiusText(value: number): string {
  return `${plain(value, 1)} °C`;
}

export function pascalsText(pascals: number): string {
  return `${plain(pascals, 1)} Pa`;
}

export function shareText(share: number): string {
  return `${plain(share * 100, 1)} %`;
}
