import { CircleDashed } from 'lucide-react';
import type { ForecastModel } from '../../api/generated';
import { isNotComputed } from '../../api/errors';
import type { ForecastData, ForecastResult } from '../../api/useAreaFigures';
import { useForecastJob } from '../../api/useForecastJob';
import { ChartFrame } from '../../charts/ChartFrame';
import { chartPoints, ForecastChart, forecastTable } from '../../charts/ForecastChart';
import { LineKey } from '../../charts/LineKey';
import { useChartSource } from '../../charts/chartSource';
import { totalIn, type DailySeries } from '../../state/dailySeries';
import { dayInWords, toDay, yearOf } from '../../state/days';
import { count, level, range, share } from '../../state/figures';
import { modelName } from '../../state/modelNames';
import { useView } from '../../state/useView';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { CardButton } from '../training/CardButton';
import { TrainButton } from '../training/TrainButton';
import { seriesBadge } from './badge';
import { ModelPicker } from './ModelPicker';
import { ScoreBadge } from './ScoreBadge';
import { AreaSection } from './AreaSection';

const shownDays = 60;
/** Days ahead of a forecast that is not there yet. */
const usualDays = 30;

interface Props { areaName: string; result: ForecastResult; allDaily: DailySeries | null; dataVersion: string; width: number; /** An axis shared with another area's. */ most?: number; model: ForecastModel | null; onModel: (model: ForecastModel | null) => void }

/** Expected reports of the next 30 days; where no model is trained, the way to train one. */
export function ForecastBlock({ areaName, result, allDaily, dataVersion, width, most, model, onModel }: Props) {
  const job = useForecastJob(result.retry);
  const source = useChartSource();
  const { kind } = useView();
  const forecast = result.stale ? undefined : result.data?.jurisdiction?.forecasts[0];
  const missing = isNotComputed(result.error) ? result.error : null;
  const running = job.run && (job.run.state === 'RUNNING' || job.run.state === 'QUEUED');
  return (
    <AreaSection label="Forecast">
      {!forecast && <h3>Forecast <span className="sub">per day</span></h3>}
      {result.error && !missing && <Failed what="Forecast" error={result.error} retry={result.retry} />}
      {missing && (
        <Note
          icon={CircleDashed} title={running ? 'Training' : 'Not trained yet'}
          actions={!running && missing.start !== undefined && (
            <button type="button" className="button primary" onClick={() => job.start(missing.start)}>Train this forecast</button>
          )}
        >
          {running && job.run && (
            <>
              <p>{job.run.state === 'QUEUED' ? 'Waiting for its turn.' : `${share(job.run.progress)} done.`} You can go on working; Runs shows it too.</p>
              <div className="progress" style={{ margin: '6px 0', width: 220 }} role="progressbar" aria-label="Training" aria-valuenow={Math.round(100 * job.run.progress)}><i style={{ width: `${100 * job.run.progress}%` }} /></div>
            </>
          )}
          {!running && <p>No stored model forecasts this area. {job.run?.error && `The last training failed: ${job.run.error}`}{job.error && `Training could not start: ${job.error.message}`}</p>}
        </Note>
      )}
      {result.loading && !forecast && !missing && !result.error && <p className="small third">Reading the forecast</p>}
      {forecast && <Chart {...{ areaName, forecast, allDaily, dataVersion, width, most }} />}
      <div className="row small model-row">
        {kind && <ModelPicker code={source.code} {...{ kind, model, onModel }} horizon={forecast?.points.length ?? usualDays} best={model === null && forecast ? forecast.model : null} />}
        <TrainButton jurisdiction={source.code} kind={kind} model={model ?? forecast?.model} className="text-button small" label="Train" />
      </div>
    </AreaSection>
  );
}

function Chart({ areaName, forecast, allDaily, dataVersion, width, most }: { areaName: string; forecast: ForecastData; allDaily: DailySeries | null; dataVersion: string; width: number; most?: number }) {
  const points = forecast.points.map((p) => ({ day: toDay(p.start), median: p.median, bands: p.intervals }));
  const history = chartPoints(forecast.history).slice(-shownDays);
  const [first, last] = [points[0]?.day, points.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  const eighty = forecast.total.intervals.find((i) => i.level === 80);
  const reference = allDaily ? yearEarlier(allDaily, history[0]?.day ?? first, last) : [];
  return (
    <ChartFrame
      title={`${areaName}: forecast`} unit="reported incidents per day" period={`${dayInWords(first)} – ${dayInWords(last)}`} n={null} table={() => forecastTable({ history, reference, forecast: points })}
      head={(
        <h3>
          Forecast <span className="sub">per day</span>
          <span className="spring" />
          <ScoreBadge badge={seriesBadge(forecast.scorecard, { run: forecast.run.datasetVersion, current: dataVersion })} card={forecast.scorecard} model={modelName(forecast.model)} more={forecast.model.startsWith('LSTM') && <CardButton run={forecast.run.id} />} />
        </h3>
      )}
    >
      <p style={{ marginBottom: 4 }}>
        <span className="medium">{count(forecast.total.median)} reports</span> expected {dayInWords(first, false)} – {dayInWords(last, false)}{' '}
        {eighty && <span className="second nowrap">({level(80)}: {range(eighty.lower, eighty.upper)})</span>}
      </p>
      <ForecastChart {...{ history, reference, width, most }} forecast={points} height={88} title={`Reported incidents per day in ${areaName}`} />
      <p className="row small second" style={{ gap: '2px 11px', marginTop: 2, flexWrap: 'wrap' }}>
        <LineKey line="observed">Reported</LineKey>
        {reference.length > 0 && <LineKey line="reference">{yearOf(first - 364)}</LineKey>}
        <LineKey line="estimate">Forecast</LineKey>
        {[80, 95].filter((l) => points[0]!.bands.some((b) => b.level === l)).map((l) => (
          <span key={l} className="row" style={{ gap: 4 }}><i style={{ width: 12, height: 10, background: `var(--c-band-${l})` }} />{level(l)}</span>
        ))}
      </p>
    </ChartFrame>
  );
}

/** The same weekdays 364 days before, where the data reach back that far. */
function yearEarlier(series: DailySeries, from: number, to: number): { day: number; value: number }[] {
  if (from - 364 < series.first) return [];
  return Array.from({ length: to - from + 1 }, (_, i) => ({ day: from + i, value: totalIn(series, { from: from + i - 364, to: from + i - 363 }) }));
}

/** The highest figure that a forecast's chart shows, for an axis that two areas share. */
export const forecastTop = (f: ForecastData | undefined): number =>
  f ? Math.max(1, ...f.history.slice(-shownDays).map((p) => p.value), ...f.points.flatMap((p) => p.intervals.map((i) => i.upper))) : 1;
