import { monthAfter } from '../state/monthly';
import { count, measure } from '../state/figures';
import { toDay, monthName } from '../state/days';
import { HitColumns } from './HitColumns';
import { countTicks, linear } from './scale';

interface Props {
  /** One value a month; null where there is none. */
  values: readonly (number | null)[];
  /** First month, "2019-01". */
  first: string;
  width: number;
  height: number;
  label: string;
  /** Bottom and top of the scale; strips that share them compare. */
  extent: readonly [number, number];
  kind?: 'observed' | 'estimate';
  /** The months of the year before, dashed. */
  before?: boolean;
  years?: boolean;
  /** How a value is said: counts by default. */
  words?: (value: number) => string;
}

const left = 44;
const right = 6;

/** "2024-03" → "Mar 2024" */
export const monthInWords = (month: string): string => `${monthName(toDay(`${month}-01`))} ${month.slice(0, 4)}`;

/** Months as one line over a scale that it may share with others. */
export function SeriesStrip({ values, first, width, height, label, extent: [low, high], kind = 'observed', before = false, years = false, words = measureOrCount }: Props) {
  const foot = years ? 18 : 6;
  const x = linear(0, Math.max(1, values.length - 1), left, width - right);
  const y = linear(low, high, height - foot, 6);
  const path = (of: (i: number) => number | null) => values.reduce<string>((d, _, i) => {
    const value = of(i);
    return value === null ? d : `${d}${d === '' || of(i - 1) === null ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
  }, '');
  const at = (i: number) => values[i] ?? null;
  const ticks = low < 0 ? [low, 0, high].map((t) => Math.round(t)) : countTicks(high, Math.max(1, Math.floor(height / 40)));
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
  const januaries = values.flatMap((_, i) => ((start + i) % 12 === 0 ? [i] : []));
  const tip = (i: number) => {
    const [now, then] = [at(i), before ? at(i - 12) : null];
    return `${monthInWords(monthAfter(first, i))}\n${now === null ? 'not known' : words(now)}${then === null ? '' : `\n${words(then)} the year before`}`;
  };
  if (width === 0) return null;
  return (
    <svg width="100%" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="axis">
      {ticks.map((t) => <g key={t}><path d={`M${left} ${y(t)}H${width - right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{count(t)}</text></g>)}
      {years && januaries.map((i) => <text key={i} x={x(i)} y={height - 4}>{Math.floor((start + i) / 12)}</text>)}
      {before && <path d={path((i) => at(i - 12))} className="line reference" />}
      <path d={path(at)} className={`line ${kind}`} />
      <HitColumns xs={values.map((_, i) => x(i))} left={left} right={width - right} top={6} base={height - foot} tip={tip} />
    </svg>
  );
}

const measureOrCount = (v: number): string => `${Number.isInteger(v) ? count(v) : measure(v)} reports`;
