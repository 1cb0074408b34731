import { totalIn, type DailySeries } from './dailySeries';
import { dayOfMonth, firstOfYear, mondayOf, monthOf, yearOf, type Day } from './days';
import type { DataSpan } from './timeWindow';

export const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A mean a day of each phase of a season; null for a phase that no day of the data has. */
export type Profile = (number | null)[];

/** Mean reports a day by weekday, from Monday, over whole weeks whose reports are in. */
export function weekProfile(series: DailySeries, span: DataSpan): Profile {
  const [from, to] = [mondayOf(span.from + 6), mondayOf(span.completeThrough + 1)];
  return means(series, from, to, 7, (day) => (((day + 3) % 7) + 7) % 7);
}

/** Mean reports a day by month of the year, over whole years, so that growth does not look like a season; of all months where no year is whole. */
export function yearProfile(series: DailySeries, span: DataSpan): Profile {
  const end = span.completeThrough + 1;
  const first = firstOfYear(yearOf(span.from)) === span.from ? span.from : firstOfYear(yearOf(span.from) + 1);
  const last = firstOfYear(yearOf(end));
  return last > first ? means(series, first, last, 12, monthOf) : means(series, span.from, end, 12, monthOf);
}

function means(series: DailySeries, from: Day, to: Day, phases: number, phaseOf: (day: Day) => number): Profile {
  const sums = Array.from({ length: phases }, () => ({ reports: 0, days: 0 }));
  for (let day = from; day < to; day++) {
    const phase = sums[phaseOf(day)]!;
    phase.reports += totalIn(series, { from: day, to: day + 1 });
    phase.days++;
  }
  return sums.map((s) => (s.days === 0 ? null : s.reports / s.days));
}

/** The fullest hours of a week, most first. @param counts shape [7 × 24] from Monday 00:00. */
export function peakHours(counts: ArrayLike<number>, most: number): { weekday: number; hour: number; reports: number }[] {
  return Array.from(counts, (reports, i) => ({ weekday: Math.floor(i / 24), hour: i % 24, reports }))
    .filter((h) => h.reports > 0)
    .sort((a, b) => b.reports - a.reports || a.weekday - b.weekday || a.hour - b.hour)
    .slice(0, most);
}

/** Months of each year, January first; null where a month is not whole. @param first "2019-05". */
export function byYear(first: string, counts: readonly number[]): { year: number; months: (number | null)[] }[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
  const years = new Map<number, (number | null)[]>();
  counts.forEach((n, i) => {
    const year = Math.floor((start + i) / 12);
    const months = years.get(year) ?? new Array<number | null>(12).fill(null);
    months[(start + i) % 12] = n;
    years.set(year, months);
  });
  return [...years].map(([year, months]) => ({ year, months }));
}

/** Days of each year that have a report and that have none, up to the last complete day. */
export function coverageByYear(series: DailySeries, span: DataSpan): { year: number; days: number; empty: number; reports: number; firstDay: Day; lastDay: Day }[] {
  const rows = [];
  for (let year = yearOf(span.from); year <= yearOf(span.completeThrough); year++) {
    const [from, to] = [Math.max(span.from, firstOfYear(year)), Math.min(span.completeThrough + 1, firstOfYear(year + 1))];
    let empty = 0;
    for (let day = from; day < to; day++) if (totalIn(series, { from: day, to: day + 1 }) === 0) empty++;
    rows.push({ year, days: to - from, empty, reports: totalIn(series, { from, to }), firstDay: from, lastDay: to - 1 });
  }
  return rows;
}

/** Column of a day in its year's calendar: weeks from Monday, the first one cut. */
export const weekColumn = (day: Day): number => (mondayOf(day) - mondayOf(firstOfYear(yearOf(day)))) / 7;
export const isMonthStart = (day: Day): boolean => dayOfMonth(day) === 1;
