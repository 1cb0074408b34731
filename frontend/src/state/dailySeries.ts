import { mondayOf, toDay, type Day } from './days';
import type { DataSpan, TimeWindow } from './timeWindow';

/** Counts of every day of the data, with running sums, so that any window's total costs two look-ups. */
export interface DailySeries { first: Day; counts: Float64Array; sums: Float64Array }

/** @param rows one row a day that has reports; days without one count 0. */
export function dailySeries(rows: readonly { keys: readonly (string | null)[]; incidents: number }[], span: DataSpan): DailySeries {
  const counts = new Float64Array(Math.max(0, span.to - span.from));
  for (const row of rows) {
    const i = toDay(row.keys[0] ?? '') - span.from;
    if (i >= 0 && i < counts.length) counts[i] = row.incidents;
  }
  const sums = new Float64Array(counts.length + 1);
  counts.forEach((n, i) => { sums[i + 1] = sums[i]! + n; });
  return { first: span.from, counts, sums };
}

/** Reports in the part of the window that the data covers. */
export function totalIn(series: DailySeries, w: TimeWindow): number {
  const index = (day: Day) => Math.min(Math.max(day - series.first, 0), series.counts.length);
  return Math.max(0, series.sums[index(w.to)]! - series.sums[index(w.from)]!);
}

/** True when every day of the window lies within the data, so that its total can be compared. */
export const covers = (series: DailySeries, w: TimeWindow): boolean =>
  w.from >= series.first && w.to <= series.first + series.counts.length;

/** Whole ISO weeks only; a week cut by either end of the data would look like a fall. */
export interface WeeklyBins { first: Day; counts: Float64Array }

export function weeklyBins(series: DailySeries): WeeklyBins {
  const end = series.first + series.counts.length;
  const first = mondayOf(series.first + 6);
  const weeks = Math.max(0, Math.floor((mondayOf(end) - first) / 7));
  const counts = Float64Array.from({ length: weeks }, (_, i) => totalIn(series, { from: first + 7 * i, to: first + 7 * i + 7 }));
  return { first, counts };
}
