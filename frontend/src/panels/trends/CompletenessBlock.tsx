import type { SeriesDefectsQuery } from '../../api/generated';
import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import type { DailySeries } from '../../state/dailySeries';
import { dayInWords, toDay } from '../../state/days';
import { count, percentChange, plural } from '../../state/figures';
import { coverageByYear } from '../../state/profiles';
import { windowInWords, type DataSpan } from '../../state/timeWindow';

type Defects = NonNullable<SeriesDefectsQuery['jurisdiction']>['seriesDefects'];

interface Props { city: DailySeries; span: DataSpan; located: number; incidents: number; defects: Defects | undefined; place: string }

const listed = 6;

/** What a reader should know before trusting the series: gaps, late days, odd days, changes of level. Nothing is repaired. */
export function CompletenessBlock({ city, span, located, incidents, defects, place }: Props) {
  const years = coverageByYear(city, span);
  const late = span.to - 1 - span.completeThrough;
  const table = () => ({ columns: ['year', 'days', 'days without a report', 'reports'], rows: years.map((y) => [String(y.year), y.days, y.empty, y.reports]) });
  return (
    <ChartFrame
      title="Completeness" unit="days with reports" period={windowInWords(span)} n={reports(incidents)} table={table}
      head={<><h2>Completeness</h2><p className="caption">Days without a report may be missing or quiet; nothing is filled in</p></>}
    >
      <table>
        <thead><tr><th>Year</th><th className="num">Days</th><th className="num">Without a report</th><th className="num">Reports</th></tr></thead>
        <tbody>{years.map((y) => <tr key={y.year}><td>{y.year}</td><td className="num">{count(y.days)}</td><td className="num">{count(y.empty)}</td><td className="num medium">{count(y.reports)}</td></tr>)}</tbody>
      </table>
      <ul className="findings small second">
        {defects && <li>{defects.note}</li>}
        <li>{late > 0 ? `Reports of the last ${plural(late, 'day')} are still arriving; series end on ${dayInWords(span.completeThrough)}.` : 'Complete to the last day.'}</li>
        <li>{located === incidents ? 'All reports have a position.' : `${count(incidents - located)} of ${count(incidents)} reports have no position; they are counted, not drawn.`}</li>
        {defects && defects.shifts.map((s) => <li key={s.start}>{place} runs at another level from {dayInWords(toDay(s.start))}: {s.before.toFixed(1)} reports a day before, {s.after.toFixed(1)} after ({percentChange(s.after, s.before)}).</li>)}
        {defects && defects.outliers.length > 0 && (
          <li>
            {plural(defects.outliers.length, 'day')} far from those around: {defects.outliers.toSorted((a, b) => Math.abs(b.count - b.expected) - Math.abs(a.count - a.expected)).slice(0, listed).map((o) => `${dayInWords(toDay(o.start))} (${count(o.count)}, usually ${count(o.expected)})`).join(', ')}
            {defects.outliers.length > listed && `, and ${defects.outliers.length - listed} more`}.
          </li>
        )}
        {defects && defects.outliers.length === 0 && <li>No day lies far from those around it.</li>}
      </ul>
    </ChartFrame>
  );
}
