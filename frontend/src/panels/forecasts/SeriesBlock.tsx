import type { SeriesForecast } from '../../api/useForecasts';
import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { ForecastChart, forecastTable, type ForecastSeries } from '../../charts/ForecastChart';
import { LineKey } from '../../charts/LineKey';
import { useWidth } from '../../charts/useWidth';
import { dayInWords, toDay } from '../../state/days';
import type { ForecastView } from '../../state/forecastView';
import { level } from '../../state/figures';

/** Steps of history that show how the series came here; a longer look ahead shows more. */
const shownSteps = { DAY: 120, WEEK: 78, MONTH: 48 };
const stepName = { DAY: 'day', WEEK: 'week', MONTH: 'month' };

/** What the chart draws of an answer: the last of the history, the forecast, and the year before under both. */
export function seriesOf(forecast: SeriesForecast, { step }: Pick<ForecastView, 'step'>): ForecastSeries {
  const all = forecast.history.map((p) => ({ day: toDay(p.start), value: p.value }));
  const points = forecast.points.map((p) => ({ day: toDay(p.start), median: p.median, bands: p.intervals }));
  const history = all.slice(-Math.max(shownSteps[step], 2 * points.length));
  // A year of weeks keeps the weekday; a year of months keeps the month.
  const known = new Map(all.map((p) => [p.day, p.value]));
  const yearBefore = step === 'MONTH' ? (day: number) => sameMonth(day) : (day: number) => day - 364;
  const reference = [...history, ...points].flatMap(({ day }) => {
    const value = known.get(yearBefore(day));
    return value === undefined ? [] : [{ day, value }];
  });
  return { history, forecast: points, reference, step };
}

const sameMonth = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), 1) / 86_400_000;
};

interface Props { place: string; series: ForecastSeries; step: ForecastView['step']; stale: boolean }

/** The series with its forecast, bands, and the year before. */
export function SeriesBlock({ place, series, step, stale }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [first, last] = [series.history[0], series.forecast.at(-1)];
  const asOf = series.history.at(-1);
  const levels = [80, 95].filter((l) => series.forecast[0]?.bands.some((b) => b.level === l));
  if (!first || !last || !asOf) return <p className="second">No {stepName[step]} is complete yet.</p>;
  return (
    <ChartFrame
      title={`${place}: forecast per ${stepName[step]}`} unit={`reported incidents per ${stepName[step]}`} period={`${dayInWords(first.day)} – ${dayInWords(last.day)}`}
      n={reports(series.history.reduce((sum, p) => sum + p.value, 0))} table={() => forecastTable(series)}
      head={<h2>{place}, reported incidents per {stepName[step]}</h2>}
    >
      <p className="row small second" style={{ gap: '2px 14px', flexWrap: 'wrap', margin: '2px 0 8px' }}>
        <LineKey line="observed">Reported</LineKey>
        {series.reference.length > 0 && <LineKey line="reference">Year before</LineKey>}
        <LineKey line="estimate">Forecast</LineKey>
        {levels.map((l) => <span key={l} className="row" style={{ gap: 4 }}><i style={{ width: 12, height: 10, background: `var(--c-band-${l})` }} />{level(l)}</span>)}
        <span className="third">The dotted line is the last complete {stepName[step]}, {dayInWords(asOf.day)}</span>
      </p>
      <div ref={ref} className={stale ? 'dim' : undefined}><ForecastChart {...series} width={width} height={264} title={`Reported incidents per ${stepName[step]}, ${place}`} /></div>
    </ChartFrame>
  );
}
