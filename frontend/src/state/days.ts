/** Calendar days as whole numbers since 1970-01-01, so that windows are arithmetic and no time zone can interfere. */
export type Day = number;

const msPerDay = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @returns NaN for what is not an ISO date. */
export const toDay = (iso: string): Day => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / msPerDay);

export const toIso = (day: Day): string => new Date(day * msPerDay).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => new Date(day * msPerDay).getUTCFullYear();
export const monthOf = (day: Day): number => new Date(day * msPerDay).getUTCMonth();
export const dayOfMonth = (day: Day): number => new Date(day * msPerDay).getUTCDate();
export const monthName = (day: Day): string => months[monthOf(day)]!;
export const firstOfYear = (year: number): Day => Date.UTC(year, 0, 1) / msPerDay;

/** @param month 0–11; one before or after these is in the year before or after. */
export const firstOfMonth = (year: number, month: number): Day => Date.UTC(year, month, 1) / msPerDay;

/** 1970-01-01 was a Thursday. @returns the Monday on or before the day. */
export const mondayOf = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7);

/** The same date a year earlier; 29 February becomes 28 February. */
export function yearBefore(day: Day): Day {
  const date = new Date(day * msPerDay);
  const year = date.getUTCFullYear() - 1;
  const last = new Date(Date.UTC(year, date.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(year, date.getUTCMonth(), Math.min(date.getUTCDate(), last)) / msPerDay;
}

/** "20 Oct 2024", or "20 Oct" without the year. */
export const dayInWords = (day: Day, withYear = true): string =>
  `${dayOfMonth(day)} ${monthName(day)}${withYear ? ` ${yearOf(day)}` : ''}`;
