const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function daysOfMonth(month: number, leap: boolean): number {
  return month === 2 && leap ? 29 : DAYS[month - 1]!;
}

/** Day of the year, 1 on the first of January. */
export function dayOfYear(month: number, day: number, leap = false): number {
  let days = day;
  for (let m = 1; m < month; m++) days += daysOfMonth(m, leap);
  return days;
}

/** Month (1-12) and day of an hour of the year; 0 is the midnight that opens the first of January. */
export function dateOfHour(hourOfYear: number, leap = false): { month: number; day: number; hour: number } {
  let day = Math.floor(hourOfYear / 24) + 1;
  let month = 1;
  while (month < 12 && day > daysOfMonth(month, leap)) {
    day -= daysOfMonth(month, leap);
    month++;
  }
  return { month, day, hour: hourOfYear - Math.floor(hourOfYear / 24) * 24 };
}
