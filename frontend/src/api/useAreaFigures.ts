import { DecompositionDocument, ForecastDocument, type ForecastModel, type ForecastQuery, type WeekdayHourQuery } from './generated';
import { usePlaceFigures, type PlaceAsked } from './usePlaceFigures';
import { useQuery, type Result } from './useQuery';
import { incidentFilter } from '../state/filter';

interface Asked extends Omit<PlaceAsked, 'where'> {
  /** null while none is selected. */
  area: { kind: string; code: string } | null;
  /** null = the best by scorecard. */
  model: ForecastModel | null;
}

/** What the panel of one area shows beside its risk. */
export function useAreaFigures({ area, model, ...asked }: Asked) {
  const { code, categories } = asked;
  return {
    ...usePlaceFigures({ ...asked, where: area && { areas: { kind: area.kind, codes: [area.code] } } }),
    forecast: useQuery(ForecastDocument, area && { code, kind: area.kind, area: area.code, horizon: 30, ...(model && { model }) }),
    decomposition: useQuery(DecompositionDocument, area && { code, kind: area.kind, area: area.code, step: 'MONTH', filter: incidentFilter(null, categories) }),
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

export type AreaFigures = ReturnType<typeof useAreaFigures>;
export type ForecastResult = Result<ForecastQuery>;
export type ForecastData = NonNullable<ForecastQuery['jurisdiction']>['forecasts'][number];
