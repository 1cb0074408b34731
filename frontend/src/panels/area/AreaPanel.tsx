import { Users, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { ForecastModel, RiskQuery } from '../../api/generated';
import type { AreaFigures } from '../../api/useAreaFigures';
import type { Result } from '../../api/useQuery';
import { useWidth } from '../../charts/useWidth';
import { baselineInWords, type Baseline } from '../../state/baseline';
import { dailySeries } from '../../state/dailySeries';
import { count, squareKm } from '../../state/figures';
import { modelName } from '../../state/modelNames';
import type { DataSpan, TimeWindow } from '../../state/timeWindow';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { DecompositionBlock } from '../trends/DecompositionBlock';
import { ChangeBlock } from './ChangeBlock';
import { ForecastBlock } from './ForecastBlock';
import { HourBlock } from './HourBlock';
import { OffenceMix } from './OffenceMix';
import { RiskBlock } from './RiskBlock';
import { Scorecard } from './Scorecard';
import type { AreaScales } from './areaScales';
import { BesideContext, AreaSection } from './AreaSection';

export interface AreaPanelProps {
  area: { code: string; name: string; squareKilometres: number; population: number | null };
  kindName: string;
  /** The window on the screen; it follows the brush. */
  window: TimeWindow;
  vs: Baseline;
  span: DataSpan;
  dataVersion: string;
  horizon: number;
  /** True while offences are filtered: then history per day is not the forecast's. */
  filtered: boolean;
  label: (offence: string) => string;
  risk: Result<RiskQuery>;
  figures: AreaFigures;
  model: ForecastModel | null;
  onModel: (model: ForecastModel | null) => void;
  /** Scales shared with the area beside it. */
  scales?: AreaScales;
  /** Buttons beside the name. */
  actions?: ReactNode;
  onClose: () => void;
}

/** Everything about one area: risk, forecast, what changed, when, which offences, the trend, how good the predictions were. */
export function AreaPanel({ area, kindName, window: w, vs, span, dataVersion, horizon, filtered, label, risk, figures, model, onModel, scales, actions, onClose }: AreaPanelProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { daily, hours, forecast, offences, decomposition } = figures;
  const rows = daily.data?.jurisdiction?.counts;
  const series = useMemo(() => (rows ? dailySeries(rows, span) : null), [rows, span]);
  const inner = Math.max(0, width - 32);
  const parts = decomposition.data?.jurisdiction?.decomposition;
  const [predicted, ranked] = [forecast.data?.jurisdiction?.forecasts[0], risk.data?.jurisdiction?.riskScores];
  return (
    <BesideContext value={scales ? area.name : null}>
      <div className="sheet-grip" aria-hidden />
      <div className="card-head">
        <div>
          <h2 className="title">{area.name}</h2>
          <p className="small second">
            {[kindName, squareKm(area.squareKilometres), area.population !== null && `${count(area.population)} residents`].filter(Boolean).join(' · ')}
          </p>
        </div>
        <span className="spring" />
        {actions}
        <button type="button" className="icon-button" aria-label="Close" title="Close (Esc)" onClick={onClose}><X size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      <div className="card-body" ref={ref}>
        {filtered && <p className="block small second">Risk and forecast are for all offences.</p>}
        <RiskBlock code={area.code} result={risk} {...{ horizon, dataVersion }} />
        {/* The key: a training under way belongs to its own area. Axes that are shared leave out the year before. */}
        <ForecastBlock key={`${area.code} ${model}`} {...{ model, onModel }} areaName={area.name} result={forecast} allDaily={filtered || scales ? null : series} most={scales?.forecast} dataVersion={dataVersion} width={inner} />
        {daily.error && <div className="block"><Failed what="Counts" error={daily.error} retry={daily.retry} /></div>}
        {series && <div className={daily.stale ? 'dim' : undefined}><ChangeBlock series={series} end={Math.min(w.to, span.completeThrough + 1)} brief={scales !== undefined} /></div>}
        <HourBlock areaName={area.name} result={hours} width={inner} most={scales?.hours} />
        <OffenceMix figures={offences} label={label} against={baselineInWords(w, vs)} most={scales?.offences} />
        <AreaSection label="Trend and season">
          <DecompositionBlock parts={parts} method="stl" stale={decomposition.stale} heading={<h3>Trend and season <span className="sub">reports a month, STL</span></h3>}>
            {decomposition.error && <Failed what="The decomposition" error={decomposition.error} retry={decomposition.retry} />}
          </DecompositionBlock>
        </AreaSection>
        {(predicted ?? ranked) && (
          <AreaSection label="Scorecards">
            <h3>Scorecards <span className="sub">of the forecast, of the ranking</span></h3>
            {predicted && !forecast.stale && <div className="small scorecard"><Scorecard card={predicted.scorecard} model={modelName(predicted.model)} /></div>}
            {ranked && <div className="small scorecard"><Scorecard card={ranked.scorecard} model="Risk" /></div>}
          </AreaSection>
        )}
        {area.population === null && (
          <div className="block"><Note icon={Users} title="No population for this area">Rates per resident are left out; counts and density remain.</Note></div>
        )}
      </div>
    </BesideContext>
  );
}
