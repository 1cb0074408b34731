import { weekdayHours, type AreaFigures } from '../../api/useAreaFigures';
import { forecastTop } from './ForecastBlock';

/** Ends of axes and colours that two areas side by side share. */
export interface AreaScales { forecast: number; hours: number; offences: number }

export function areaScales(areas: readonly AreaFigures[]): AreaScales {
  const highest = (of: (a: AreaFigures) => number) => Math.max(1, ...areas.map(of));
  return {
    forecast: highest((a) => forecastTop(a.forecast.data?.jurisdiction?.forecasts[0])),
    hours: highest((a) => (a.hours.data ? weekdayHours(a.hours.data).reduce((m, n) => Math.max(m, n), 0) : 0)),
    offences: highest((a) => Math.max(0, ...(a.offences.now.data?.jurisdiction?.counts ?? []).map((c) => c.incidents))),
  };
}
