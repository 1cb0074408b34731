import { Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { isNotComputed } from '../../api/errors';
import { useBriefing } from '../../api/useBriefing';
import type { Result } from '../../api/useQuery';
import { useRiskRanking } from '../../api/useRiskRanking';
import { useStaffing } from '../../api/useStaffing';
import { dayInWords, mondayOf, toDay, toIso } from '../../state/days';
import { offencesInWords } from '../../state/filter';
import { count } from '../../state/figures';
import { spanOf } from '../../state/timeWindow';
import { commit } from '../../state/useView';
import { shortVersion } from '../../state/words';
import { PageFilter } from '../PageFilter';
import type { PageProps } from '../pageProps';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { ChangesBlock } from './ChangesBlock';
import { MethodBlock, ScoreBlock } from './MethodBlock';
import { MoversBlock } from './MoversBlock';
import { PlanTable } from './PlanTable';
import { RiskMapBlock, RiskTableBlock, WhyAreaBlock } from './RiskBlocks';

/** One page to print: what changed, where most is expected, how many units, how sure and how made. */
export function BriefingPage({ view, jurisdictions, jurisdiction: j, kind, areas: areasResult }: PageProps) {
  const areas = useMemo(() => areasResult.data?.jurisdiction?.areas ?? [], [areasResult.data]);
  const names = useMemo(() => new Map(areas.map((a) => [a.code, a.name])), [areas]);
  const offences = useMemo(() => new Map(j.offenceCategories.map((c) => [c.code, c.label])), [j]);
  const span = spanOf(j.dataset);
  const area = areas.find((a) => a.code === view.area) ?? null;
  const horizon = view.parameters.horizon;
  const changes = useBriefing({ code: j.code, kind, area: areasResult.data ? (area?.code ?? null) : null, categories: view.categories, completeThrough: span?.completeThrough ?? null });
  const { asked: ranking } = useRiskRanking({ code: j.code, kind, horizonDays: horizon, risk: view.risk, categories: view.categories, scenario: null });
  const planned = view.staffing.units !== null;
  const start = span ? toIso(mondayOf(span.to + 6)) : '';
  const { result: staffing } = useStaffing({ code: j.code, kind, areas: planned && span ? areas.length : 0, staffing: view.staffing, start, categories: view.categories });

  const all: [string, Result<unknown>][] = [
    ['Areas', areasResult], ['What changed', changes.month], ['Year to date', changes.year], ['Offences', changes.monthByOffence], ['Offences of the year', changes.yearByOffence],
    ['Top movers', changes.monthByArea], ['Risk', ranking], ...(planned ? [['Staffing', staffing] as [string, Result<unknown>]] : []),
  ];
  const settled = areasResult.data !== undefined && all.every(([, r]) => !r.loading);
  const failed = all.filter(([, r]) => r.error && r.retryAt === 0);
  const [lettered, setLettered] = useState(false);
  useEffect(() => { void document.fonts.ready.then(() => setLettered(true)); }, []);
  // Who prints by machine reads this from the page.
  const state = !settled || !lettered ? 'loading' : failed.length > 0 ? 'failed' : 'ready';

  const [month, year, monthByOffence, yearByOffence, monthByArea] = [changes.month, changes.year, changes.monthByOffence, changes.yearByOffence, changes.monthByArea].map((r) => r.data?.jurisdiction?.changes);
  const layer = ranking.data?.jurisdiction?.riskScores;
  const plan = planned ? staffing.data?.jurisdiction?.staffing : undefined;
  const kindName = j.areaKinds.find((k) => k.code === kind)?.label ?? 'Area';
  const silent = all.map(([, r]) => r).find((r) => r.retryAt > 0);
  return (
    <>
      <PageFilter {...{ view, jurisdictions, kind, areas }} jurisdiction={j} />
      <main className="main page printable" aria-label="Briefing">
        {silent && <ServerSilent since={silent.at} retryAt={silent.retryAt} retry={silent.retry} />}
        {!settled && <div className="loading-bar late"><i /></div>}
        <div className="page-head head-actions">
          <div><h1 className="title">Briefing</h1><p className="lead second">One page to print or to keep as a PDF. {!planned && 'Once the staffing page has a number of units, they are on it.'}</p></div>
          <div className="actions">
            {areas.length > 0 && (
              <label className="pick"><span className="key">About</span>
                <select value={area?.code ?? ''} onChange={(e) => commit({ area: e.target.value || null, kind })}>
                  <option value="">{j.name}</option>
                  {areas.map((a) => <option key={a.code} value={a.code}>{a.name}</option>)}
                </select>
              </label>
            )}
            <button type="button" className="button primary" disabled={!settled} onClick={() => print()}><Printer size={16} strokeWidth={1.75} aria-hidden />Print</button>
          </div>
        </div>
        <article className="sheet-a4" data-briefing={state} data-theme="light" aria-label="The page">
          <header>
            <p className="sheet-title">{area ? `${area.name}, ${j.name}` : j.name}: reported incidents and risk</p>
            <p>
              {dayInWords(toDay(new Date().toISOString()))} · reports complete through {span ? dayInWords(span.completeThrough) : '–'} · data version {j.dataset.version} ({count(j.dataset.incidents)} reports)
              {view.categories.length > 0 && ` · ${offencesInWords(view.categories, j.offenceCategories)}`}{j.synthetic && ' · made-up data'}
            </p>
          </header>
          {failed.map(([what, r]) => <div key={what} className="sheet-failed">{isNotComputed(r.error) ? <p>{what}: not computed yet. {r.error.message}</p> : <Failed what={what} error={r.error!} retry={r.retry} />}</div>)}
          <div className="sheet-top">
            {month && year && monthByOffence && yearByOffence && <ChangesBlock {...{ month, year, monthByOffence, yearByOffence, offences }} />}
          </div>
          <div className="sheet-pair">
            {layer && areas.length > 0 && <RiskMapBlock {...{ layer, areas, horizon }} selected={area?.code ?? null} />}
            {layer && <RiskTableBlock {...{ layer, names, kindName }} selected={area?.code ?? null} />}
          </div>
          <div className="sheet-half">
            {area ? layer && <WhyAreaBlock layer={layer} selected={area.code} name={area.name} /> : monthByArea && <MoversBlock changes={monthByArea} {...{ names, kindName }} />}
            <ScoreBlock risk={layer?.scorecard} workload={plan?.scorecard} versions={{ run: layer?.run.datasetVersion ?? null, current: j.dataset.version }} />
          </div>
          {plan && <PlanTable plan={plan} target={view.staffing.target} order={areas.map((a) => a.code)} />}
          <MethodBlock sensitivity={layer?.sensitivity} planned={plan !== undefined} />
          <footer>GeoCrime{layer && `, code ${shortVersion(layer.run.codeVersion)}, risk run ${layer.run.id.slice(0, 8)}`}{plan && `, staffing run ${plan.run.id.slice(0, 8)}`}. Areas count the reports that have a position in them.</footer>
        </article>
      </main>
    </>
  );
}
