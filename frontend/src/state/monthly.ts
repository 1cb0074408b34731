/** Counts of whole months in a row; months without reports are 0. */
export interface Monthly { first: string; counts: number[] }

const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** "2024-03" so many months on. */
export function monthAfter(month: string, by: number): string {
  const at = index(month) + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/**
 * Months of each offence, from the first whole month to the last, most reports first.
 * @param rows keys [offence, "2024-03"].
 */
export function monthlyByOffence(rows: readonly { keys: readonly (string | null)[]; incidents: number }[], from: string, to: string): { offence: string; series: Monthly; total: number }[] {
  const months = index(to) - index(from) + 1;
  const all = new Map<string, number[]>();
  for (const { keys: [offence, month], incidents } of rows) {
    const at = index(month!) - index(from);
    if (at < 0 || at >= months) continue;
    const counts = all.get(offence!) ?? Array.from({ length: months }, () => 0);
    counts[at] = incidents;
    all.set(offence!, counts);
  }
  return [...all]
    .map(([offence, counts]) => ({ offence, series: { first: from, counts }, total: counts.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.total - a.total);
}

/** Months of each area, as of each offence. @param rows keys [area, "2024-03"]; reports in no area are left out. */
export const monthlyByArea = (rows: Parameters<typeof monthlyByOffence>[0], from: string, to: string): { area: string; counts: number[]; total: number }[] =>
  monthlyByOffence(rows.filter((r) => r.keys[0] !== null), from, to).map(({ offence, series, total }) => ({ area: offence, counts: series.counts, total }));

/** The last twelve months and the twelve before; null where there are fewer than 24. */
export function lastTwoYears(counts: readonly number[]): { now: number; before: number } | null {
  if (counts.length < 24) return null;
  const sum = (from: number) => counts.slice(from, from + 12).reduce((a, b) => a + b, 0);
  return { now: sum(counts.length - 12), before: sum(counts.length - 24) };
}

/** The first and last whole month of data that are complete through a day; null where there is none. */
export function wholeMonths(from: string, completeThrough: string): { from: string; to: string } | null {
  const start = from.slice(8) === '01' ? from.slice(0, 7) : monthAfter(from, 1);
  const next = new Date(`${completeThrough}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const end = next.getUTCDate() === 1 ? completeThrough.slice(0, 7) : monthAfter(completeThrough, -1);
  return index(end) >= index(start) ? { from: start, to: end } : null;
}
