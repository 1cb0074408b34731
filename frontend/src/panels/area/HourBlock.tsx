import type { WeekdayHourQuery } from '../../api/generated';
import { weekdayHours } from '../../api/useAreaFigures';
import type { Result } from '../../api/useQuery';
import { HeatKey, HeatMap } from '../../charts/HeatMap';
import { Failed } from '../states/Failed';

export function HourBlock({ result, width, most: shared }: { result: Result<WeekdayHourQuery>; width: number; /** A scale shared with another area's. */ most?: number }) {
  const counts = result.data && weekdayHours(result.data);
  const most = shared ?? counts?.reduce((m, n) => Math.max(m, n), 0) ?? 0;
  return (
    <section className="block" aria-label="Hour and weekday">
      <h3>Hour and weekday <span className="sub">52 weeks</span><span className="spring" />{counts && <HeatKey most={most} />}</h3>
      {result.error && <Failed what="Hours" error={result.error} retry={result.retry} />}
      {counts && <div className={result.stale ? 'dim' : undefined}><HeatMap counts={counts} width={width} most={most} /></div>}
    </section>
  );
}
