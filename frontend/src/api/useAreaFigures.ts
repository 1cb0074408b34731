import { DailyCountsDocument, ForecastDocument, WeekdayHourDocument, type ForecastModel, type ForecastQuery, type WeekdayHourQuery } from './generated';
import { useQuery, type Result } from './useQuery';
import { incidentFilter } from '../state/filter';
import type { TimeWindow } from '../state/timeWindow';

interface Asked {
  code: string;
  /** null while none is selected. */
  area: { kind: string; code: string } | null;
  categories: readonly string[];
  /** null = the best by scorecard. */
  model: ForecastModel | null;
  /** The year that the hour and weekday counts cover. */
  year: TimeWindow;
}

/** What the panel of one area shows beside its risk. */
export function useAreaFigures({ code, area, categories, model, year }: Asked) {
  return {
    daily: useQuery(DailyCountsDocument, area && { code, filter: incidentFilter(null, categories, area) }),
    hours: useQuery(WeekdayHourDocument, area && { code, filter: incidentFilter(year, categories, area) }),
    forecast: useQuery(ForecastDocument, area && { code, kind: area.kind, area: area.code, horizon: 30, ...(model && { model }) }),
  };
}

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Counts by weekday and hour, shape [7 × 24] from Monday 00:00. */
export function weekdayHours(data: WeekdayHourQuery): Float64Array {
  const counts = new Float64Array(7 * 24);
  for (const { keys: [day, hour], incidents } of data.jurisdiction?.counts ?? [])
    if (day && hour) counts[weekdays.indexOf(day) * 24 + Number(hour)] = incidents;
  return counts;
}

export type ForecastResult = Result<ForecastQuery>;
export type ForecastData = NonNullable<ForecastQuery['jurisdiction']>['forecasts'][number];
