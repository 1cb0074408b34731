import { dayInWords, dayOfMonth, monthName, toDay } from '../state/days';
import { level } from '../state/figures';
import { countTicks, linear } from './scale';

interface Point { day: number; value: number }
interface Band { level: number; lower: number; upper: number }
interface Props {
  history: readonly Point[];
  forecast: readonly { day: number; median: number; bands: readonly Band[] }[];
  /** The same days a year earlier, moved onto this axis. */
  reference: readonly Point[];
  width: number;
  height: number;
  /** What the numbers are, for the ear: "Reported incidents per day in Speer". */
  title: string;
  /** The least value at the axis' end; charts that share it, and have no reference, compare. */
  most?: number;
}

/** History in ink, forecast in cobalt with its bands, hinged at the last observation, cut at 0. */
export function ForecastChart({ history, forecast, reference, width, height, title, most: least = 1 }: Props) {
  const last = history.at(-1);
  if (!last || forecast.length === 0 || width === 0) return null;
  const end = forecast.at(-1)!;
  const [left, right, top, base] = [28, 8, 8, height - 20];
  const most = Math.max(least, ...history.map((p) => p.value), ...reference.map((p) => p.value), ...forecast.flatMap((f) => [f.median, ...f.bands.map((b) => b.upper)])) * 1.06;
  const x = linear(history[0]!.day, end.day, left, width - right);
  const y = linear(0, most, base, top);
  const at = (p: Point) => `${x(p.day).toFixed(1)} ${y(p.value).toFixed(1)}`;
  const line = (points: readonly Point[]) => (points.length > 1 ? `M${points.map(at).join('L')}` : '');
  const levels = [...new Set(forecast[0]!.bands.map((b) => b.level))].sort((a, b) => b - a);
  const band = (l: number) => {
    const edge = (of: (b: Band) => number) => forecast.map((f) => ({ day: f.day, value: Math.max(0, of(f.bands.find((b) => b.level === l)!)) }));
    return `M${[last, ...edge((b) => b.upper)].map(at).join('L')}L${[...edge((b) => b.lower).reverse(), last].map(at).join('L')}Z`;
  };
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}, with forecast to ${dayInWords(end.day)} and ${levels.toReversed().map((l) => level(l)).join(' and ')} bands`}>
      <g className="axis">
        {countTicks(most, 3).map((t) => (
          <g key={t}><path d={`M${left} ${y(t)}H${width - right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{t}</text></g>
        ))}
        {monthStarts(history[0]!.day, end.day).map((d) => (
          <text key={d} x={x(d)} y={height - 5} textAnchor={x(d) > width - 24 ? 'end' : x(d) < left + 12 ? 'start' : 'middle'}>{monthName(d)}</text>
        ))}
      </g>
      {levels.map((l) => <path key={l} d={band(l)} fill={`var(--c-band-${l > 90 ? 95 : 80})`} />)}
      <path d={line(reference)} className="line reference" />
      <path d={`M${x(last.day)} ${top}V${base}`} className="line as-of" />
      <path d={line(history)} className="line observed" />
      <path d={line([last, ...forecast.map((f) => ({ day: f.day, value: f.median }))])} className="line estimate" />
      <circle cx={x(last.day)} cy={y(last.value)} r={2.6} fill="var(--c-observed)" />
      <circle cx={x(end.day)} cy={y(end.median)} r={2.8} fill="var(--surface)" stroke="var(--c-estimate)" strokeWidth={2} />
    </svg>
  );
}

function monthStarts(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((d) => dayOfMonth(d) === 1);
}

/** The API's points as the chart takes them. */
export const chartPoints = (points: readonly { start: string; value: number }[]): Point[] =>
  points.map((p) => ({ day: toDay(p.start), value: p.value }));
