import { Users, X } from 'lucide-react';
import { useMemo } from 'react';
import type { DailyCountsQuery, ForecastModel, RiskQuery, WeekdayHourQuery } from '../../api/generated';
import type { ForecastResult } from '../../api/useAreaFigures';
import type { Result } from '../../api/useQuery';
import { useWidth } from '../../charts/useWidth';
import { dailySeries } from '../../state/dailySeries';
import { count, squareKm } from '../../state/figures';
import type { DataSpan, TimeWindow } from '../../state/timeWindow';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { ChangeBlock } from './ChangeBlock';
import { ForecastBlock } from './ForecastBlock';
import { HourBlock } from './HourBlock';
import { RiskBlock } from './RiskBlock';

interface Props {
  area: { code: string; name: string; squareKilometres: number; population: number | null };
  kindName: string;
  /** The window on the screen; it follows the brush. */
  window: TimeWindow;
  span: DataSpan;
  dataVersion: string;
  horizon: number;
  /** True while offences are filtered: then history per day is not the forecast's. */
  filtered: boolean;
  risk: Result<RiskQuery>;
  daily: Result<DailyCountsQuery>;
  hours: Result<WeekdayHourQuery>;
  forecast: ForecastResult;
  model: ForecastModel | null;
  onModel: (model: ForecastModel | null) => void;
  onClose: () => void;
}

/** Everything about one area: risk, forecast, what changed, when. */
export function AreaPanel({ area, kindName, window: w, span, dataVersion, horizon, filtered, risk, daily, hours, forecast, model, onModel, onClose }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = daily.data?.jurisdiction?.counts;
  const series = useMemo(() => (rows ? dailySeries(rows, span) : null), [rows, span]);
  const inner = Math.max(0, width - 32);
  return (
    <>
      <div className="sheet-grip" aria-hidden />
      <div className="card-head">
        <div>
          <h2 className="title">{area.name}</h2>
          <p className="small second">
            {[kindName, squareKm(area.squareKilometres), area.population !== null && `${count(area.population)} residents`].filter(Boolean).join(' · ')}
          </p>
        </div>
        <span className="spring" />
        <button type="button" className="icon-button" aria-label="Close" title="Close (Esc)" onClick={onClose}><X size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      <div className="card-body" ref={ref}>
        {filtered && <p className="block small second">Risk and forecast are for all offences.</p>}
        <RiskBlock code={area.code} result={risk} {...{ horizon, dataVersion }} />
        {/* The key: a training under way belongs to its own area. */}
        <ForecastBlock key={`${area.code} ${model}`} {...{ model, onModel }} areaName={area.name} result={forecast} allDaily={filtered ? null : series} dataVersion={dataVersion} width={inner} />
        {daily.error && <div className="block"><Failed what="Counts" error={daily.error} retry={daily.retry} /></div>}
        {series && <div className={daily.stale ? 'dim' : undefined}><ChangeBlock series={series} end={Math.min(w.to, span.completeThrough + 1)} /></div>}
        <HourBlock areaName={area.name} result={hours} width={inner} />
        {area.population === null && (
          <div className="block"><Note icon={Users} title="No population for this area">Rates per resident are left out; counts and density remain.</Note></div>
        )}
      </div>
    </>
  );
}
