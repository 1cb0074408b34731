import { mondayOf, toDay, type Day } from './days';

/** The Monday of an ISO week, "2024-W09": week 1 holds 4 January. */
export function mondayOfWeek(key: string): Day {
  const [year, week] = key.split('-W');
  return mondayOf(toDay(`${year}-01-04`)) + 7 * (Number(week) - 1);
}

/** Reports a week by area, shape [weeks], oldest first. @param rows keys [area, "2024-W09"]. @param first a Monday. */
export function weeksByArea(rows: readonly { keys: readonly (string | null)[]; incidents: number }[], first: Day, weeks: number): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const { keys: [area, week], incidents } of rows) {
    if (!area || !week) continue;
    const i = (mondayOfWeek(week) - first) / 7;
    if (i < 0 || i >= weeks) continue;
    const counts = all.get(area) ?? Array.from({ length: weeks }, () => 0);
    counts[i] = incidents;
    all.set(area, counts);
  }
  return all;
}
