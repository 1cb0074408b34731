import type { SeriesStep } from '../api/generated';
import { yearOf, type Day } from '../state/days';
import { count, measure } from '../state/figures';
import { stepInWords } from '../state/steps';
import { HitColumns } from './HitColumns';
import { countTicks, linear } from './scale';

interface Props {
  /** One value a step; null where there is none. */
  values: readonly (number | null)[];
  /** First day of each step. */
  days: readonly Day[];
  step?: SeriesStep;
  width: number;
  height: number;
  label: string;
  /** Bottom and top of the scale; strips that share them compare. */
  extent: readonly [number, number];
  kind?: 'observed' | 'estimate';
  /** The months of the year before, dashed. */
  before?: boolean;
  years?: boolean;
  /** How a value is said. */
  words?: (value: number) => string;
  /** Where the scale is marked, and how; round counts by default. */
  ticks?: readonly number[];
  mark?: (tick: number) => string;
}

const left = 44;
const right = 6;
const monthsOfYear = 12;

/** Steps as one line over a scale that it may share with others. */
export function SeriesStrip({ values, days, step = 'MONTH', width, height, label, extent: [low, high], kind = 'observed', before = false, years = false, words = reportsInWords, ticks, mark = count }: Props) {
  const foot = years ? 18 : 6;
  const x = linear(0, Math.max(1, values.length - 1), left, width - right);
  const y = linear(low, high, height - foot, 6);
  const path = (of: (i: number) => number | null) => values.reduce<string>((d, _, i) => {
    const value = of(i);
    return value === null ? d : `${d}${d === '' || of(i - 1) === null ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
  }, '');
  const at = (i: number) => values[i] ?? null;
  const marks = ticks ?? (low < 0 ? [low, 0, high].map((t) => Math.round(t)) : countTicks(high, Math.max(1, Math.floor(height / 40))));
  const starts = days.flatMap((day, i) => (i > 0 ? yearOf(day) !== yearOf(days[i - 1]!) : yearOf(day) !== yearOf(day - 1)) ? [i] : []);
  const every = Math.ceil(starts.length / Math.max(1, (width - left) / 36));
  const tip = (i: number) => {
    const [now, then] = [at(i), before ? at(i - monthsOfYear) : null];
    return `${stepInWords(days[i]!, step)}\n${now === null ? 'not known' : words(now)}${then === null ? '' : `\n${words(then)} the year before`}`;
  };
  if (width === 0) return null;
  return (
    <svg width="100%" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="axis">
      {marks.map((t) => <g key={t}><path d={`M${left} ${y(t)}H${width - right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{mark(t)}</text></g>)}
      {years && starts.filter((_, k) => k % every === 0).map((i) => <text key={i} x={x(i)} y={height - 4}>{yearOf(days[i]!)}</text>)}
      {before && <path d={path((i) => at(i - monthsOfYear))} className="line reference" />}
      <path d={path(at)} className={`line ${kind}`} />
      <HitColumns xs={values.map((_, i) => x(i))} left={left} right={width - right} top={6} base={height - foot} tip={tip} />
    </svg>
  );
}

const reportsInWords = (v: number): string => `${Number.isInteger(v) ? count(v) : measure(v)} reports`;
