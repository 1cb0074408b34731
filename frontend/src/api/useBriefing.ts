import { ChangesDocument, type ChangesQuery, type IncidentFilter } from './generated';
import { useQuery } from './useQuery';
import { firstOfYear, yearOf, type Day } from '../state/days';
import { incidentFilter } from '../state/filter';

interface Asked {
  code: string;
  kind: string | null;
  /** The area that the page is about; null = the whole jurisdiction. */
  area: string | null;
  categories: readonly string[];
  /** The last day whose reports are in; null while nothing is loaded. */
  completeThrough: Day | null;
}

/** What changed, against the same weekdays a year before: in 28 days and in the year to date, as a whole, by offence and by area. */
export function useBriefing({ code, kind, area, categories, completeThrough }: Asked) {
  const place = kind && area ? { kind, code: area } : undefined;
  const since = (from: Day): IncidentFilter | null => (completeThrough === null ? null : incidentFilter({ from, to: completeThrough + 1 }, categories, place));
  const month = completeThrough === null ? null : since(completeThrough - 27);
  const year = completeThrough === null ? null : since(firstOfYear(yearOf(completeThrough)));
  const ask = (filter: IncidentFilter | null, more: { kind?: string | null; byCategory?: boolean } = {}) => filter && { code, filter, ...more };
  return {
    month: useQuery(ChangesDocument, ask(month)),
    year: useQuery(ChangesDocument, ask(year)),
    monthByOffence: useQuery(ChangesDocument, ask(month, { byCategory: true })),
    yearByOffence: useQuery(ChangesDocument, ask(year, { byCategory: true })),
    monthByArea: useQuery(ChangesDocument, place || !kind ? null : ask(month, { kind })),
  };
}

export type ChangeTable = NonNullable<ChangesQuery['jurisdiction']>['changes'];
export type ChangeRow = ChangeTable['rows'][number];
