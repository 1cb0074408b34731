import type { RiskFeedbackQuery } from '../../api/generated';
import type { Result } from '../../api/useQuery';
import { measure, share } from '../../state/figures';
import { Failed } from '../states/Failed';

const two = (n: number | null): string => (n === null ? '–' : n.toFixed(2));
const figure = (n: number | null): string => (n === null ? '–' : measure(n));

/** What it costs to count officer-initiated records less, and whom each ranking sends officers to. */
export function FeedbackBlock({ result }: { result: Result<RiskFeedbackQuery> }) {
  const f = result.data?.jurisdiction?.riskScores.feedback;
  if (!f && !result.error && !result.loading) return null;
  return (
    <section className="page-block" aria-label="Guard against feedback">
      <h2>Guard against feedback</h2>
      {result.error && <Failed what="The guard" error={result.error} retry={result.retry} />}
      {!f && result.loading && <p className="caption">Ranking past months both ways</p>}
      {f && (
        <div className={result.stale ? 'dim' : undefined}>
          <p className="caption">Officers started {share(f.officerShare)} of the last year’s reports. Cost of counting them less, all offences:</p>
          <table>
            <thead><tr><th>They count</th><th className="num"><abbr title="Predictive accuracy index with a fifth of the areas, among all reports that came">PAI, all</abbr></th><th className="num"><abbr title="Among the reports that victims or witnesses started">PAI, victims’</abbr></th></tr></thead>
            <tbody>{f.pai.map((p) => <tr key={p.officerInitiatedWeight}><td>{share(p.officerInitiatedWeight)}</td><td className="num medium">{two(p.paiAll)}</td><td className="num medium">{two(p.paiVictimReported)}</td></tr>)}</tbody>
          </table>
          {f.exposures.length > 0 && (
            <table style={{ marginTop: 8 }}>
              <thead><tr><th>Mean of areas</th><th className="num">City</th><th className="num"><abbr title="The first fifth of the areas, all counted in full">First, full</abbr></th><th className="num"><abbr title="The first fifth of the areas with the guard">First, guard</abbr></th></tr></thead>
              <tbody>{f.exposures.map((e) => <tr key={e.code}><td>{e.label}</td><td className="num second">{figure(e.city)}</td><td className="num">{figure(e.leadingFull)}</td><td className="num medium">{figure(e.leadingAdjusted)}</td></tr>)}</tbody>
            </table>
          )}
          <p className="small second foot">{f.note}</p>
        </div>
      )}
    </section>
  );
}
