import { DailyCountsDocument, OffenceCountsDocument, WeekdayHourDocument, type WhereInput } from './generated';
import { useQuery } from './useQuery';
import { incidentFilter } from '../state/filter';
import type { TimeWindow } from '../state/timeWindow';

export interface PlaceAsked {
  code: string;
  /** null while there is no place. */
  where: WhereInput | null;
  categories: readonly string[];
  /** The window, and the one it is compared with. */
  window: TimeWindow | null;
  other: TimeWindow | null;
  /** The year that the hour and weekday counts cover. */
  year: TimeWindow;
}

/** What was reported in a place: by day, by hour and weekday, by offence in two windows. */
export function usePlaceFigures({ code, where, categories, window: w, other, year }: PlaceAsked) {
  const of = (window: TimeWindow | null) => where && { code, filter: { ...incidentFilter(window, categories), where } };
  return {
    daily: useQuery(DailyCountsDocument, of(null)),
    hours: useQuery(WeekdayHourDocument, of(year)),
    offences: { now: useQuery(OffenceCountsDocument, w && of(w)), before: useQuery(OffenceCountsDocument, other && of(other)) },
  };
}

export type PlaceFigures = ReturnType<typeof usePlaceFigures>;
