import type { SeriesStep } from '../api/generated';
import { dayInWords, toDay, toIso } from '../state/days';
import { count, level, range } from '../state/figures';
import { stepInWords } from '../state/steps';
import type { ChartTable } from './chartFile';
import { HitColumns } from './HitColumns';
import { countTicks, linear } from './scale';
import { dateTicks } from './dateTicks';

interface Point { day: number; value: number }
interface Band { level: number; lower: number; upper: number }
export interface ForecastSeries {
  history: readonly Point[];
  forecast: readonly { day: number; median: number; bands: readonly Band[] }[];
  /** The same days a year earlier, moved onto this axis. */
  reference: readonly Point[];
  step?: SeriesStep;
}
interface Props extends ForecastSeries {
  width: number;
  height: number;
  /** What the numbers are, for the ear: "Reported incidents per day in Speer". */
  title: string;
  /** The least value at the axis' end; charts that share it, and have no reference, compare. */
  most?: number;
}

/** History in ink, forecast in cobalt with its bands, hinged at the last observation, cut at 0. */
export function ForecastChart({ history, forecast, reference, step = 'DAY', width, height, title, most: least = 1 }: Props) {
  const last = history.at(-1);
  if (!last || forecast.length === 0 || width === 0) return null;
  const end = forecast.at(-1)!;
  const [right, top, base] = [8, 8, height - 20];
  const most = Math.max(least, ...history.map((p) => p.value), ...reference.map((p) => p.value), ...forecast.flatMap((f) => [f.median, ...f.bands.map((b) => b.upper)])) * 1.06;
  const left = 16 + 6 * count(most).length;
  const x = linear(history[0]!.day, end.day, left, width - right);
  const y = linear(0, most, base, top);
  const at = (p: Point) => `${x(p.day).toFixed(1)} ${y(p.value).toFixed(1)}`;
  const line = (points: readonly Point[]) => (points.length > 1 ? `M${points.map(at).join('L')}` : '');
  const levels = [...new Set(forecast[0]!.bands.map((b) => b.level))].sort((a, b) => b - a);
  const band = (l: number) => {
    const edge = (of: (b: Band) => number) => forecast.map((f) => ({ day: f.day, value: Math.max(0, of(f.bands.find((b) => b.level === l)!)) }));
    return `M${[last, ...edge((b) => b.upper)].map(at).join('L')}L${[...edge((b) => b.lower).reverse(), last].map(at).join('L')}Z`;
  };
  const before = new Map(reference.map((p) => [p.day, p.value]));
  const points = [...history.map((p) => ({ day: p.day, words: `${count(p.value)} reports` })), ...forecast.map((f) => ({ day: f.day, words: expected(f) }))];
  const tip = (i: number) => {
    const { day, words } = points[i]!;
    const year = before.get(day);
    return `${stepInWords(day, step)}\n${words}${year === undefined ? '' : `\n${count(year)} the year before`}`;
  };
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}, with forecast to ${dayInWords(end.day)} and ${levels.toReversed().map((l) => level(l)).join(' and ')} bands`}>
      <g className="axis">
        {countTicks(most, Math.max(3, Math.floor(height / 50))).map((t) => (
          <g key={t}><path d={`M${left} ${y(t)}H${width - right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{count(t)}</text></g>
        ))}
        {dateTicks(history[0]!.day, end.day, width - left - right).map(({ day, words }) => (
          <text key={day} x={x(day)} y={height - 5} textAnchor={x(day) > width - 24 ? 'end' : x(day) < left + 12 ? 'start' : 'middle'}>{words}</text>
        ))}
      </g>
      {levels.map((l) => <path key={l} d={band(l)} fill={`var(--c-band-${l > 90 ? 95 : 80})`} />)}
      <path d={line(reference)} className="line reference" />
      <path d={`M${x(last.day)} ${top}V${base}`} className="line as-of" />
      <path d={line(history)} className="line observed" />
      <path d={line([last, ...forecast.map((f) => ({ day: f.day, value: f.median }))])} className="line estimate" />
      <circle cx={x(last.day)} cy={y(last.value)} r={2.6} fill="var(--c-observed)" />
      <circle cx={x(end.day)} cy={y(end.median)} r={2.8} fill="var(--surface)" stroke="var(--c-estimate)" strokeWidth={2} />
      <HitColumns xs={points.map((p) => x(p.day))} {...{ left, top, base, tip }} right={width - right} />
    </svg>
  );
}

const expected = (f: ForecastSeries['forecast'][number]): string =>
  [`${count(f.median)} expected`, ...f.bands.toSorted((a, b) => a.level - b.level).map((b) => `${level(b.level)}: ${range(b.lower, b.upper)}`)].join('\n');

/** The figures behind the chart: one row a step, reported or expected. */
export function forecastTable({ history, forecast, reference }: ForecastSeries): ChartTable {
  const before = new Map(reference.map((p) => [p.day, p.value]));
  const levels = [...new Set(forecast.flatMap((f) => f.bands.map((b) => b.level)))].sort((a, b) => a - b);
  const tenth = (v: number) => Math.round(10 * v) / 10;
  const bands = (f: ForecastSeries['forecast'][number]) => levels.flatMap((l) => {
    const b = f.bands.find((each) => each.level === l);
    return b ? [tenth(b.lower), tenth(b.upper)] : [null, null];
  });
  return {
    columns: ['start', 'reported', 'year before', 'expected', ...levels.flatMap((l) => [`lower ${l}`, `upper ${l}`])],
    rows: [
      ...history.map((p) => [toIso(p.day), p.value, before.get(p.day) ?? null, null, ...levels.flatMap(() => [null, null])]),
      ...forecast.map((f) => [toIso(f.day), null, before.get(f.day) ?? null, tenth(f.median), ...bands(f)]),
    ],
  };
}

/** The API's points as the chart takes them. */
export const chartPoints = (points: readonly { start: string; value: number }[]): Point[] =>
  points.map((p) => ({ day: toDay(p.start), value: p.value }));
