import { CalendarMap, calendarTable } from '../../charts/CalendarMap';
import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { HeatKey } from '../../charts/HeatMap';
import { useWidth } from '../../charts/useWidth';
import { totalIn, type DailySeries } from '../../state/dailySeries';
import { firstOfYear, yearOf } from '../../state/days';
import type { DataSpan } from '../../state/timeWindow';

const shownYears = 3;

/** Each day of the last years. */
export function CalendarBlock({ series, span, stale }: { series: DailySeries; span: DataSpan; stale: boolean }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const last = yearOf(span.completeThrough);
  const years = Array.from({ length: shownYears }, (_, i) => last - shownYears + 1 + i).filter((y) => y >= yearOf(span.from));
  const from = Math.max(span.from, firstOfYear(years[0]!));
  const most = Array.from({ length: span.to - from }, (_, i) => totalIn(series, { from: from + i, to: from + i + 1 })).reduce((m, n) => Math.max(m, n), 0);
  return (
    <ChartFrame
      title="Calendar" unit="reported incidents a day" period={`${years[0]} – ${years.at(-1)}`} n={reports(totalIn(series, { from, to: span.to }))} table={() => calendarTable(series, span, years)}
      head={<><h2>Calendar</h2><p className="caption">Reported incidents of each day, a column a week{span.completeThrough + 1 < span.to && '; hatched: reports still arriving'}</p></>}
    >
      <div ref={ref} className={stale ? 'dim' : undefined}><CalendarMap {...{ series, span, years, width }} /><HeatKey most={most} /></div>
    </ChartFrame>
  );
}
