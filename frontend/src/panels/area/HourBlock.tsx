import type { WeekdayHourQuery } from '../../api/generated';
import { weekdayHours } from '../../api/useAreaFigures';
import type { Result } from '../../api/useQuery';
import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { HeatKey, HeatMap, heatTable } from '../../charts/HeatMap';
import { Failed } from '../states/Failed';
import { AreaSection } from './AreaSection';

export function HourBlock({ areaName, result, width, most: shared }: { areaName: string; result: Result<WeekdayHourQuery>; width: number; /** A scale shared with another area's. */ most?: number }) {
  const counts = result.data && weekdayHours(result.data);
  const most = shared ?? counts?.reduce((m, n) => Math.max(m, n), 0) ?? 0;
  return (
    <AreaSection label="Hour and weekday">
      {result.error && <Failed what="Hours" error={result.error} retry={result.retry} />}
      {counts && (
        <ChartFrame
          title={`${areaName} by hour and weekday`} unit="reported incidents by weekday and hour of their start" period="52 weeks" n={reports(counts.reduce((a, b) => a + b, 0))} table={() => heatTable(counts)}
          head={<h3>Hour and weekday <span className="sub">52 weeks</span><span className="spring" /><HeatKey most={most} /></h3>}
        >
          <div className={result.stale ? 'dim' : undefined}><HeatMap counts={counts} width={width} most={most} /></div>
        </ChartFrame>
      )}
    </AreaSection>
  );
}
