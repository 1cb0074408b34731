import { useMemo } from 'react';
import { AreaWeeksDocument, ForecastSeriesDocument, MoversDocument, type ForecastModel, type ForecastSeriesQuery, type MoverBaseline, type MoversQuery } from './generated';
import { useQuery } from './useQuery';
import type { Baseline } from '../state/baseline';
import { mondayOf, type Day } from '../state/days';
import { incidentFilter } from '../state/filter';
import { stepsAhead, type ForecastView } from '../state/forecastView';
import { weeksByArea } from '../state/weeks';

/** What is expected is compared with the year before unless with the window before: no chosen day lies as far behind as the forecast ahead. */
export const moverBaseline = (vs: Baseline): MoverBaseline => (vs === 'before' ? 'PREVIOUS_WINDOW' : 'SAME_WINDOW_LAST_YEAR');

/** Weeks that the small lines show. */
const shownWeeks = 26;

interface Asked {
  code: string;
  kind: string | null;
  /** null = the whole jurisdiction. */
  area: string | null;
  categories: readonly string[];
  /** null = the best by scorecard. */
  model: ForecastModel | null;
  look: ForecastView;
  against: Baseline;
  /** The last day whose reports are in; null while nothing is loaded. */
  completeThrough: Day | null;
}

/** What the forecasts page shows: one series ahead, all areas' changes, and how the areas came to where they are. */
export function useForecasts({ code, kind, area, categories, model, look, against, completeThrough }: Asked) {
  const filter = incidentFilter(null, categories);
  const loaded = completeThrough !== null;
  const end = loaded ? mondayOf(completeThrough + 1) : 0;
  const first = end - 7 * shownWeeks;
  const series = useQuery(ForecastSeriesDocument, loaded && (area === null || kind) ? {
    code, ...(area && { kind, area: [area] }), step: look.step, horizon: stepsAhead(look), filter, ...(model && { model }),
  } : null);
  const movers = useQuery(MoversDocument, loaded && kind ? { code, kind, horizonDays: look.ahead, against: moverBaseline(against), filter } : null);
  const counts = useQuery(AreaWeeksDocument, loaded && kind ? { code, kind, filter: incidentFilter({ from: first, to: end }, categories) } : null);
  const rows = counts.data?.jurisdiction?.counts;
  const weeks = useMemo(() => (rows ? weeksByArea(rows, first, shownWeeks) : undefined), [rows, first]);
  return { series, movers, weeks };
}

export type SeriesForecast = NonNullable<ForecastSeriesQuery['jurisdiction']>['forecasts'][number];
export type MoverData = NonNullable<MoversQuery['jurisdiction']>;
