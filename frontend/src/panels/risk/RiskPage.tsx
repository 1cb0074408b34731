import { Download, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { isNotComputed } from '../../api/errors';
import { useRiskFeedback, useRiskRanking, type RiskScore } from '../../api/useRiskRanking';
import { bandName } from '../../layers/risk';
import { plural } from '../../state/figures';
import { scenarioInput } from '../../state/scenario';
import { defaultWeights, shares } from '../../state/riskView';
import { spanOf } from '../../state/timeWindow';
import { dayInWords, toDay, toIso } from '../../state/days';
import { adjust, commit } from '../../state/useView';
import { placesBadge } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';
import { download } from '../download';
import { PageFilter } from '../PageFilter';
import { PageLink } from '../PageLink';
import { ToInputs } from '../ToInputs';
import type { PageProps } from '../pageProps';
import { ScenarioBlock } from '../scenario/ScenarioBlock';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { componentTokens, shortNames } from './components';
import { FeedbackBlock } from './FeedbackBlock';
import { NotRanked } from './NotRanked';
import { ranked } from './ranked';
import { RiskControls } from './RiskControls';
import { riskCsv } from './riskCsv';
import { RiskScorecard } from './RiskScorecard';
import { RiskTable, type Comparison } from './RiskTable';
import { ScenarioEffect } from './ScenarioEffect';
import { WhyBlock } from './WhyBlock';

/** Which areas to expect most from, how sure that is, and why. */
export function RiskPage({ view, jurisdictions, jurisdiction: j, kind, areas: areasResult }: PageProps) {
  const areas = useMemo(() => areasResult.data?.jurisdiction?.areas ?? [], [areasResult.data]);
  const names = useMemo(() => new Map(areas.map((a) => [a.code, a.name])), [areas]);
  const officerInitiated = j.offenceCategories.filter((c) => c.officerInitiated && (view.categories.length === 0 || view.categories.includes(c.code)));
  const horizon = view.parameters.horizon;
  const { changes, events } = view.staffing;
  const { usual, asked } = useRiskRanking({ code: j.code, kind, horizonDays: horizon, risk: view.risk, categories: view.categories, scenario: scenarioInput(changes, events) });
  const feedback = useRiskFeedback({ code: j.code, kind, horizonDays: horizon, risk: view.risk });

  const base = usual.data?.jurisdiction?.riskScores;
  const layer = asked.data?.jurisdiction?.riskScores ?? base;
  const weights = shares(view.risk.weights) ? view.risk.weights : defaultWeights;
  const rows = useMemo(() => (base ? ranked(base.scores, weights) : []), [base, weights]);
  const drawn = useMemo(() => new Map(layer?.scores.map((s) => [s.area.code, s])), [layer]);
  const compared = useMemo((): Comparison[] => {
    const against = (head: string, title: string, of: (s: RiskScore) => number | undefined): Comparison[] => {
      const ranks = new Map(layer?.scores.flatMap((s): [string, number][] => { const rank = of(s); return rank === undefined ? [] : [[s.area.code, rank]]; }));
      return ranks.size > 0 ? [{ head, title, ranks }] : [];
    };
    return [...against('Guard', 'with officer-initiated records in full', (s) => s.fullyCounted?.rank), ...against('Scenario', 'without the scenario', (s) => s.baseline?.rank)];
  }, [layer]);
  const stale = asked.stale || asked.loading;

  const chosen = rows.find((r) => r.code === view.area) ?? rows[0];
  const first = rows[0] && drawn.get(rows[0].code);
  const span = spanOf(j.dataset);
  const error = usual.error ?? asked.error;
  const silent = [usual, asked, areasResult].find((r) => r.retryAt > 0);
  const severe = rows.filter((r) => r.band === 'SEVERE').length;
  const versions = { run: layer?.run.datasetVersion ?? null, current: j.dataset.version };
  const unscored = areas.length - rows.length;
  const risk = view.risk;
  return (
    <>
      <PageFilter {...{ view, jurisdictions, kind, areas }} jurisdiction={j} />
      <main className="main page" aria-label="Risk">
        {silent && <ServerSilent since={silent.at} retryAt={silent.retryAt} retry={silent.retry} />}
        {asked.loading && <div className="loading-bar late"><i /></div>}
        <div className="page-head head-actions">
          <div>
            <h1 className="title">Risk</h1>
            {rows[0] && (
              <p className="lead second">
                <b>{names.get(rows[0].code) ?? rows[0].code}</b> ranks first for the next {horizon} days
                {first && !stale && (first.rankLower === first.rankUpper ? ' and stays first in 80 % of draws' : `, rank ${first.rankLower} to ${first.rankUpper} in 80 % of draws`)}
                {severe > 0 ? `; ${plural(severe, 'area is', 'areas are')} in the band ${bandName('SEVERE').toLowerCase()}` : ''}.
              </p>
            )}
          </div>
          <span className="spring" />
          <div className="actions">
            <ToInputs>What counts</ToInputs>
            {layer && <ScoreBadge badge={placesBadge(layer.scorecard, versions)} card={layer.scorecard} model="Risk" />}
            <PageLink view={view} to={{ page: 'briefing' }} className="button"><Printer size={16} strokeWidth={1.75} aria-hidden />Briefing</PageLink>
            <button type="button" className="button" disabled={rows.length === 0} onClick={() => download(`risk-${j.code}-${kind}.csv`, riskCsv(rows, drawn, names, compared))}><Download size={16} strokeWidth={1.75} aria-hidden />CSV</button>
          </div>
        </div>
        <div className="risk-columns">
          <RiskControls
            risk={risk} horizon={horizon} kinds={j.areaKinds} kind={kind} first={j.dataset.from ?? ''} last={span ? toIso(span.completeThrough) : ''}
            residents={areas.some((a) => a.population !== null)} officerInitiated={officerInitiated.map((c) => c.label)} sensitivity={layer?.sensitivity ?? null}
            onInput={(patch) => adjust({ risk: { ...risk, ...patch } })} onCommit={(patch) => commit({ risk: { ...risk, ...patch } })}
            onHorizon={(days) => commit({ parameters: { ...view.parameters, horizon: days } })} onKind={(code) => commit({ kind: code, area: null })}
          />
          <div className="stack">
            <section className="page-block ranking" aria-label="Ranking">
              <h2>Areas by risk</h2>
              <p className="caption row legend-line">
                <span>{risk.severityWeighted ? 'Severity weight of reported incidents' : 'Reported incidents'}, {risk.asOf ? `as seen on ${dayInWords(toDay(risk.asOf))}, ` : ''}{horizon} days ahead{rows.length > 0 ? `, n = ${rows.length}` : ''}.</span>
                {Object.entries(shortNames).map(([key, name]) => <span key={key} className="key-line wide"><i className="band-mark" style={{ background: `var(--${componentTokens[key]})` }} />{name}</span>)}
              </p>
              {error && !silent && (isNotComputed(error) ? <NotRanked error={error} retry={usual.retry} /> : <Failed what="Risk" error={error} retry={usual.error ? usual.retry : asked.retry} />)}
              {kind === null && <p className="second">No areas are loaded. ./geocrime areas FILE loads them.</p>}
              {rows.length === 0 && usual.loading && kind !== null && <p className="second">Ranking {plural(areas.length, 'area')}</p>}
              {rows.length > 0 && (
                <div className={`table-scroll tall ${usual.stale || error ? 'dim' : ''}`} tabIndex={0} role="region" aria-label="Areas by risk">
                  <RiskTable
                    {...{ rows, drawn, compared, names, stale }} level={layer?.intervalLevel ?? 80} selected={chosen?.code ?? null}
                    expectedHead={risk.severityWeighted ? 'Weight expected' : 'Expected'} onSelect={(code) => commit({ area: code, kind })}
                  />
                </div>
              )}
              {unscored > 0 && rows.length > 0 && <p className="small third" style={{ marginTop: 8 }}>{plural(unscored, 'area has', 'areas have')} no score: too few days with reports{risk.per === 'RESIDENT' ? ', or no population' : ''}.</p>}
              <p className="small third foot">Hatched: the draws do not hold the band. The score ranks areas by reported incidents; it does not judge them. Data version {j.dataset.version.slice(0, 8)}{layer && `, run ${layer.run.id.slice(0, 8)}`}.</p>
            </section>
            <div className="page-columns">
              <ScenarioBlock scenario={view.staffing} offences={j.offenceCategories} areas={areas} start={span ? toIso(span.completeThrough + 1) : ''} onChange={(patch) => commit({ staffing: { ...view.staffing, ...patch } })}>
                {layer && <ScenarioEffect layer={layer} names={names} />}
              </ScenarioBlock>
              <FeedbackBlock result={feedback} />
            </div>
          </div>
          <div className="risk-side">
            {chosen && layer && kind && <WhyBlock {...{ view, kind, layer, stale }} row={chosen} drawn={drawn.get(chosen.code)} areas={rows.length} name={names.get(chosen.code) ?? chosen.code} />}
            {layer && <RiskScorecard card={layer.scorecard} versions={versions} />}
          </div>
        </div>
      </main>
    </>
  );
}
