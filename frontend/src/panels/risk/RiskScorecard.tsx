import type { ScoreFragment } from '../../api/generated';
import { plural, share } from '../../state/figures';
import { placesBadge, plainName } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';

const two = (n: number | null): string => (n === null ? '–' : n.toFixed(2));

interface Props { card: ScoreFragment & { rankCorrelation: number | null; lastMonthRankCorrelation: number | null }; versions: { run: string | null; current: string } }

/** How past rankings did on what came after them, beside the plain alternative. */
export function RiskScorecard({ card, versions }: Props) {
  return (
    <section className="page-block" aria-label="Scorecard">
      <h2 className="row">Scorecard<span className="spring" /><ScoreBadge badge={placesBadge(card, versions)} card={card} model="Risk" /></h2>
      <p className="caption">Rankings made at {plural(card.origins, 'past month')}, each against the reports that came after it</p>
      {card.pai.length > 0 && (
        <div className="table-scroll"><table>
          <thead><tr><th>First areas</th><th className="num">Hit</th><th className="num"><abbr title="Predictive accuracy index: share of reports hit over share of areas">PAI</abbr></th><th className="num"><abbr title="PAI as a share of the best that could be reached">PEI*</abbr></th><th className="num"><abbr title="PAI of the plain alternative">Plain</abbr></th></tr></thead>
          <tbody>{card.pai.map((r) => <tr key={r.areaShare}><td>{share(r.areaShare)}</td><td className="num">{share(r.hitRate)}</td><td className="num medium">{two(r.pai)}</td><td className="num">{two(r.pei)}</td><td className="num">{two(r.baselinePai)}</td></tr>)}</tbody>
        </table></div>
      )}
      {card.rankCorrelation !== null && <p className="small" style={{ marginTop: 8 }}>Rank correlation with the next period’s reports: <span className="medium">{two(card.rankCorrelation)}</span>{card.lastMonthRankCorrelation !== null && <>; last month’s counts: <span className="medium">{two(card.lastMonthRankCorrelation)}</span></>}.</p>}
      <p className="small second" style={{ marginTop: 8 }}>{card.note}</p>
      {card.pai.length > 0 && <p className="small third">Plain: {plainName(card)}. Hit: share of the reports that lay in these areas. PAI counts each area as one, whatever its size.</p>}
    </section>
  );
}
