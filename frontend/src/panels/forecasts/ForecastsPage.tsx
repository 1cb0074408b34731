import { useMemo } from 'react';
import type { SeriesStep } from '../../api/generated';
import { isNotComputed } from '../../api/errors';
import { useForecasts, type SeriesForecast } from '../../api/useForecasts';
import type { ForecastSeries } from '../../charts/ForecastChart';
import { toDay, toIso } from '../../state/days';
import { count, level, plural, range } from '../../state/figures';
import { aheadInWords, horizonsOf } from '../../state/forecastView';
import { modelName } from '../../state/modelNames';
import { leading, moverRow, scaleEnd } from '../../state/movers';
import { spanOf, windowInWords } from '../../state/timeWindow';
import { commit } from '../../state/useView';
import { forecastModels } from '../../state/view';
import { seriesBadge } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';
import { Segmented } from '../controls/Segmented';
import { PageFilter } from '../PageFilter';
import type { PageProps } from '../pageProps';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { ChangeMap } from './ChangeMap';
import { Leaderboard } from './Leaderboard';
import { MoverList } from './MoverList';
import { ScorecardBlock } from './ScorecardBlock';
import { SeriesBlock, seriesOf } from './SeriesBlock';
import { Untrained } from './Untrained';

const stepNames: readonly { value: SeriesStep; label: string }[] = [{ value: 'DAY', label: 'Day' }, { value: 'WEEK', label: 'Week' }, { value: 'MONTH', label: 'Month' }];

/** What is expected, how far that can be trusted, and which areas rise and fall. */
export function ForecastsPage({ view, jurisdictions, jurisdiction: j, kind, areas: areasResult }: PageProps) {
  const areas = useMemo(() => areasResult.data?.jurisdiction?.areas ?? [], [areasResult.data]);
  const names = useMemo(() => new Map(areas.map((a) => [a.code, a.name])), [areas]);
  const area = areas.find((a) => a.code === view.area) ?? null;
  const span = spanOf(j.dataset);
  const look = view.forecast;
  const { series, movers, weeks } = useForecasts({
    code: j.code, kind, area: area?.code ?? null, categories: view.categories, model: view.model, look, against: view.vs, completeThrough: span?.completeThrough ?? null,
  });
  const forecast = series.error ? undefined : series.data?.jurisdiction?.forecasts[0];
  const drawn = useMemo(() => forecast && seriesOf(forecast, { step: forecast.history.length > 1 ? stepOf(forecast.history) : look.step }), [forecast, look.step]);
  const changes = movers.error ? undefined : movers.data?.jurisdiction;
  const [rising, falling] = useMemo(() => [changes?.rising, changes?.falling].map((t) => (t?.movers ?? []).map(moverRow)), [changes]);
  const lists = useMemo(() => [leading(rising!), leading(falling!)], [rising, falling]);
  const most = useMemo(() => scaleEnd(lists.flat()), [lists]);
  const silent = [series, movers, areasResult].find((r) => r.retryAt > 0);
  const place = area?.name ?? j.name;
  const kindName = j.areaKinds.find((k) => k.code === kind)?.label ?? 'Area';
  const ahead = `in the next ${aheadInWords(look.ahead)}`;
  const before = view.vs !== 'before' ? `the same ${aheadInWords(look.ahead).replace('a year', 'days')} a year before` : `the last ${aheadInWords(look.ahead).replace('a year', 'year')}`;
  const model = forecast ? modelName(forecast.model) : '';
  const set = (patch: Partial<typeof look>) => {
    const next = { ...look, ...patch };
    commit({ forecast: horizonsOf(next.step).includes(next.ahead) ? next : { ...next, ahead: 28 } });
  };
  return (
    <>
      <PageFilter {...{ view, jurisdictions, kind, areas }} jurisdiction={j} />
      <main className="main page" aria-label="Forecasts">
        {silent && <ServerSilent since={silent.at} retryAt={silent.retryAt} retry={silent.retry} />}
        {(series.loading || movers.loading) && <div className="loading-bar late"><i /></div>}
        <div className="page-head head-actions">
          <div>
            <h1 className="title">Forecasts and movers{area && `: ${area.name}`}</h1>
            {forecast && drawn && <Lead forecast={forecast} drawn={drawn} />}
          </div>
          <div className="actions">
            {area && <button type="button" className="button" onClick={() => commit({ area: null })}>All of {j.name}</button>}
            <Segmented label="Step" value={look.step} options={stepNames} onChange={(step) => set({ step })} />
            <label className="pick"><span className="key">Ahead</span>
              <select value={look.ahead} onChange={(e) => set({ ahead: Number(e.target.value) })}>{horizonsOf(look.step).map((d) => <option key={d} value={d}>{aheadInWords(d)}</option>)}</select>
            </label>
            <label className="pick"><span className="key">Against</span>
              <select value={view.vs === 'before' ? 'before' : 'year'} onChange={(e) => commit({ vs: e.target.value })}>
                <option value="year">same window last year</option><option value="before">window before</option>
              </select>
            </label>
            <label className="pick"><span className="key">Model</span>
              <select value={view.model ?? ''} onChange={(e) => commit({ model: forecastModels.find((m) => m === e.target.value) ?? null })}>
                <option value="">Best by scorecard{view.model === null && model ? `: ${model}` : ''}</option>
                {forecastModels.map((m) => <option key={m} value={m}>{modelName(m)}</option>)}
              </select>
            </label>
          </div>
        </div>
        <div className="forecast-columns">
          <section className="page-block" aria-label="Forecast">
            {isNotComputed(series.error) && <Untrained key={`${area?.code} ${view.model} ${look.step}`} what="this forecast" missing={series.error} retry={series.retry} />}
            {series.error && !isNotComputed(series.error) && !silent && <Failed what="The forecast" error={series.error} retry={series.retry} />}
            {drawn && <SeriesBlock place={place} series={drawn} step={drawn.step ?? look.step} stale={series.stale} />}
            {!drawn && !series.error && <p className="second">{span ? 'Reading the forecast' : 'No reports are loaded yet.'}</p>}
          </section>
          {forecast && (
            <div className={series.stale ? 'dim' : undefined}>
              <ScorecardBlock card={forecast.scorecard} badge={seriesBadge(forecast.scorecard, { run: forecast.run.datasetVersion, current: j.dataset.version })} model={model} step={look.step} ahead={aheadInWords(look.ahead)} />
            </div>
          )}
        </div>
        {isNotComputed(movers.error) && <section className="page-block"><Untrained what="the forecasts of all areas" missing={movers.error} retry={movers.retry} /></section>}
        {movers.error && !isNotComputed(movers.error) && !silent && <Failed what="Movers" error={movers.error} retry={movers.retry} />}
        {movers.loading && !changes && kind && <p className="page-block second" role="status">Comparing the forecasts of {plural(areas.length, 'area')}. The first time after a change of data this takes a while.</p>}
        {kind === null && <p className="page-block second">No areas are loaded. ./geocrime areas FILE loads them.</p>}
        {changes && kind && (
          <>
            <div className="mover-columns">
              <MoverList title="Rising" rows={lists[0]!} {...{ view, kind, kindName, names, weeks, most, before, ahead }} stale={movers.stale} />
              <MoverList title="Falling" rows={lists[1]!} {...{ view, kind, kindName, names, weeks, most, before, ahead }} stale={movers.stale} />
              <ChangeMap {...{ areas, kind, before, ahead }} rows={[...rising!, ...falling!]} selected={area?.code ?? null} stale={movers.stale} />
            </div>
            <p className="row small third foot-line">
              <ScoreBadge badge={seriesBadge(changes.rising.scorecard, { run: changes.rising.run.datasetVersion, current: j.dataset.version })} card={changes.rising.scorecard} model="Best by scorecard, mean of areas" />
              Lists leave out areas with fewer than 10 reports both before and expected. Data version {j.dataset.version.slice(0, 8)}, run {changes.rising.run.id.slice(0, 8)}.
            </p>
          </>
        )}
        {span && <Leaderboard code={j.code} place={j.name} kind={kind} kindName={kindName} categories={view.categories} look={look} />}
      </main>
    </>
  );
}

function Lead({ forecast, drawn }: { forecast: SeriesForecast; drawn: ForecastSeries }) {
  const eighty = forecast.total.intervals.find((i) => i.level === 80);
  const [first, last] = [drawn.forecast[0], drawn.forecast.at(-1)];
  if (!first || !last) return null;
  const year = drawn.reference.filter((p) => p.day >= first.day);
  const then = year.reduce((sum, p) => sum + p.value, 0);
  return (
    <p className="lead second">
      <b>{count(forecast.total.median)} reports</b> expected {windowInWords({ from: first.day, to: lastDay(last.day, drawn.step) + 1 })}
      {eighty && ` (${level(80)}: ${range(eighty.lower, eighty.upper)})`}
      {year.length === drawn.forecast.length && `, after ${count(then)} in the same ${stepNames.find((n) => n.value === drawn.step)!.label.toLowerCase()}s a year before`}.
    </p>
  );
}

/** The last day of a step that starts on a day. */
function lastDay(day: number, step: SeriesStep | undefined): number {
  if (step !== 'MONTH') return step === 'WEEK' ? day + 6 : day;
  return toDay(toIso(day + 31).slice(0, 8) + '01') - 1;
}

/** The step that an answer has: an older one is still on the screen while the next is asked for. */
function stepOf(history: readonly { start: string }[]): SeriesStep {
  const days = toDay(history.at(-1)!.start) - toDay(history.at(-2)!.start);
  return days >= 28 ? 'MONTH' : days >= 7 ? 'WEEK' : 'DAY';
}
