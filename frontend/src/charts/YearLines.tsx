import { count } from '../state/figures';
import { monthNames } from '../state/profiles';
import type { ChartTable } from './chartFile';
import { HitColumns } from './HitColumns';
import { countTicks, linear } from './scale';

interface Year { year: number; months: readonly (number | null)[] }
interface Props { years: readonly Year[]; width: number; height: number; label: string }

/** A line a year from January to December: the last in ink, the others the paler the longer ago. */
export function YearLines({ years, width, height, label }: Props) {
  if (width === 0 || years.length === 0) return null;
  const [left, right, top, base] = [44, 44, 8, height - 20];
  const most = 1.05 * Math.max(1, ...years.flatMap((y) => y.months.map((n) => n ?? 0)));
  const x = linear(0, 11, left, width - right);
  const y = linear(0, most, base, top);
  const path = (months: Year['months']) => months.reduce<string>((d, n, m) => (n === null ? d : `${d}${d === '' || (months[m - 1] ?? null) === null ? 'M' : 'L'}${x(m).toFixed(1)} ${y(n).toFixed(1)}`), '');
  const ends = apart(years.flatMap(({ year, months }) => {
    const m = months.findLastIndex((n) => n !== null);
    return m < 0 ? [] : [{ year, m, at: y(months[m]!) }];
  }));
  const tip = (m: number) => [monthNames[m], ...years.toReversed().flatMap(({ year, months }) => (months[m] === null ? [] : [`${year}: ${count(months[m]!)} reports`]))].join('\n');
  const last = years.length - 1;
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="axis">
      {countTicks(most, Math.max(2, Math.floor(height / 50))).map((t) => <g key={t}><path d={`M${left} ${y(t)}H${width - right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{count(t)}</text></g>)}
      {monthNames.map((name, m) => (width > 480 || m % 3 === 0) && <text key={name} x={x(m)} y={height - 4} textAnchor="middle">{name}</text>)}
      {years.map(({ year, months }, i) => <path key={year} d={path(months)} className={`line ${i === last ? 'observed' : 'earlier'}`} style={i === last ? undefined : { strokeOpacity: Math.max(0.3, 1 - 0.16 * (last - 1 - i)) }} />)}
      {ends.map(({ year, m, at, place }) => <text key={year} x={m === 11 ? width - right + 6 : x(m) + 6} y={(m === 11 ? place : at) + 4} className={year === years[last]!.year ? 'strong' : undefined}>{year}</text>)}
      <HitColumns xs={monthNames.map((_, m) => x(m))} left={left} right={width - right} top={top} base={base} tip={tip} />
    </svg>
  );
}

/** Places for the words at the lines' ends, at least 12 px apart. */
function apart<T extends { at: number }>(ends: readonly T[]): (T & { place: number })[] {
  let lowest = -Infinity;
  return ends.toSorted((a, b) => a.at - b.at).map((end) => {
    lowest = Math.max(end.at, lowest + 12);
    return { ...end, place: lowest };
  });
}

/** The figures behind the lines: a row a month, a column a year. */
export const yearTable = (years: readonly Year[]): ChartTable => ({ columns: ['month', ...years.map((y) => String(y.year))], rows: monthNames.map((name, m) => [name, ...years.map((y) => y.months[m] ?? null)]) });
