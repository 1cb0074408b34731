import { totalIn, type DailySeries } from '../state/dailySeries';
import { dayInWords, firstOfYear, toIso, yearOf } from '../state/days';
import { count, plural } from '../state/figures';
import { isMonthStart, monthNames, weekColumn, weekdayNames } from '../state/profiles';
import type { DataSpan } from '../state/timeWindow';
import type { ChartTable } from './chartFile';
import { rampClass } from './scale';

interface Props { series: DailySeries; span: DataSpan; years: readonly number[]; width: number }

const gutter = 58;
const mostCell = 23;

/** Reports of each day, a year a block, weeks across and weekdays down; days whose reports still arrive are hatched, missing ones empty. */
export function CalendarMap({ series, span, years, width }: Props) {
  if (width === 0 || years.length === 0) return null;
  const cell = Math.min(mostCell, (width - gutter) / 54);
  const block = 7 * cell + 22;
  const days = years.flatMap((year) => Array.from({ length: firstOfYear(year + 1) - firstOfYear(year) }, (_, i) => firstOfYear(year) + i)).filter((d) => d >= span.from && d < span.to);
  const of = (day: number) => totalIn(series, { from: day, to: day + 1 });
  const most = days.reduce((m, d) => Math.max(m, of(d)), 0);
  const top = (day: number) => years.indexOf(yearOf(day)) * block + 14 + ((((day + 3) % 7) + 7) % 7) * cell;
  const left = (day: number) => gutter + weekColumn(day) * cell;
  return (
    <svg width="100%" height={years.length * block} viewBox={`0 0 ${width} ${years.length * block}`} role="img" aria-label={`Reported incidents by day, ${years[0]} to ${years.at(-1)}; at most ${count(most)} in one`} className="axis">
      <pattern id="calendar-late" width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V4" stroke="var(--control)" strokeWidth={1.4} /></pattern>
      {years.map((year, i) => (
        <g key={year}>
          <text x={0} y={i * block + 14 + 4 * cell} className="strong">{year}</text>
          {[0, 2, 4, 6].map((d) => cell >= 9 && <text key={d} x={gutter - 6} y={i * block + 14 + (d + 0.5) * cell + 4} textAnchor="end">{weekdayNames[d]}</text>)}
        </g>
      ))}
      {days.map((day) => {
        const n = of(day);
        const late = day > span.completeThrough;
        const fill = late ? 'url(#calendar-late)' : n > 0 ? `var(--seq-${rampClass(n, most)})` : 'var(--surface-2)';
        return <rect key={day} x={left(day)} y={top(day)} width={cell - 1} height={cell - 1} rx={1.5} fill={fill} data-tip={`${weekdayNames[(((day + 3) % 7) + 7) % 7]}, ${dayInWords(day)}\n${plural(n, 'report')}${late ? '\nstill arriving' : ''}`} />;
      })}
      {days.filter(isMonthStart).map((day) => {
        const month = new Date(day * 86_400_000).getUTCMonth();
        return (cell >= 8 || month % 3 === 0) && <text key={day} x={left(day) + (weekColumn(day) === 0 ? 0 : cell)} y={years.indexOf(yearOf(day)) * block + 10}>{monthNames[month]}</text>;
      })}
    </svg>
  );
}

export const calendarTable = (series: DailySeries, span: DataSpan, years: readonly number[]): ChartTable => ({
  columns: ['day', 'reports', 'complete'],
  rows: Array.from({ length: span.to - span.from }, (_, i) => span.from + i).filter((d) => years.includes(yearOf(d))).map((d) => [toIso(d), totalIn(series, { from: d, to: d + 1 }), d <= span.completeThrough ? 'yes' : 'no']),
});
