import type { IncidentFilter, MoverBaseline } from '../api/generated';
import { baselineWindow, type Baseline } from './baseline';
import { toDay, toIso } from './days';
import { isoWindow, type TimeWindow } from './timeWindow';

/** The API's form of the current filter; `null` window = all time. */
export const incidentFilter = (w: TimeWindow | null, categories: readonly string[], area?: { kind: string; code: string }): IncidentFilter => ({
  ...(w && isoWindow(w)),
  ...(categories.length > 0 && { categories: [...categories] }),
  ...(area && { where: { areas: { kind: area.kind, codes: [area.code] } } }),
});

/** The same filter, reaching back at least so many days from its end: for what needs a history. */
export const reachingBack = (filter: IncidentFilter, days: number): IncidentFilter => {
  if (!filter.from || !filter.to) return filter;
  return { ...filter, from: toIso(Math.min(toDay(filter.from), toDay(filter.to) - days)) };
};

/** The API's form of what a filtered window is compared with. */
export function againstOf(filter: IncidentFilter, vs: Baseline): { against?: MoverBaseline; baselineFrom?: string; baselineTo?: string } {
  if (vs === 'year') return { against: 'SAME_WINDOW_LAST_YEAR' };
  if (vs === 'before' || !filter.from || !filter.to) return { against: 'PREVIOUS_WINDOW' };
  const { from, to } = isoWindow(baselineWindow({ from: toDay(filter.from), to: toDay(filter.to) }, vs));
  return { baselineFrom: from, baselineTo: to };
}

/** "All", "Burglary", "Theft from vehicle, Auto theft", "Burglary and 3 more". */
export function offencesInWords(codes: readonly string[], all: readonly { code: string; label: string }[]): string {
  if (codes.length === 0) return 'All';
  const labels = codes.map((c) => all.find((o) => o.code === c)?.label ?? c);
  return labels.length <= 2 ? labels.join(', ') : `${labels[0]} and ${labels.length - 1} more`;
}
