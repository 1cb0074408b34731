import { Map as MapIcon } from 'lucide-react';
import type { Ranking, RiskScore } from '../../api/useRiskRanking';
import { ScoreStrip } from '../../charts/ScoreStrip';
import { bandName, certaintyOf } from '../../layers/risk';
import { count, level, percentChange, range, share } from '../../state/figures';
import { PageLink } from '../PageLink';
import type { View } from '../../state/view';
import { componentNames, componentTokens } from './components';
import type { Ranked } from './ranked';
import { BandMark } from './RiskTable';

interface Props { view: View; kind: string; row: Ranked; drawn: RiskScore | undefined; layer: Ranking; areas: number; name: string; stale: boolean }

/** Why an area stands where it stands, and how sure that is. */
export function WhyBlock({ view, kind, row, drawn: d, layer, areas, name, stale }: Props) {
  return (
    <section className="page-block" aria-label={`Why ${name}`}>
      <h2 className="row">{name}<span className="spring" />
        <PageLink view={view} to={{ page: 'map', area: row.code, kind, layers: [{ id: 'risk', opacity: 1 }, { id: 'areas', opacity: 1 }] }} className="text-link small row"><MapIcon size={14} strokeWidth={1.75} aria-hidden />On the map</PageLink>
      </h2>
      <div className="row" style={{ alignItems: 'flex-end', gap: 10, margin: '6px 0 8px' }}>
        <span className="figure">{count(row.score)}</span>
        <span>
          <span className="row medium" style={{ gap: 5 }}><BandMark band={row.band} sure={d ? certaintyOf(d.bandProbability) : 'sure'} />{bandName(row.band)}</span>
          <span className="small second nowrap">{d && !stale ? `${level(layer.intervalLevel)}: ${range(d.lower, d.upper)}` : 'interval on its way'}</span>
        </span>
        <span className="spring" />
        <span className="num">
          <span className="medium nowrap">Rank {row.rank} of {areas}</span><br />
          {d && !stale && <span className="small second nowrap">80{'\u202f'}%: {d.rankLower === d.rankUpper ? d.rankLower : `${d.rankLower}–${d.rankUpper}`}</span>}
        </span>
      </div>
      {d && !stale && <ScoreStrip score={row.score} lower={d.lower} upper={d.upper} level={layer.intervalLevel} />}
      {d && <p className="small second" style={{ margin: '8px 0 4px' }}>Among the first five in {share(d.topFiveProbability)} of draws; in its band in {share(d.bandProbability)}.</p>}
      {d && (d.yearChangePercent !== null || d.groups.length > 0) && (
        <p className="small second" style={{ marginBottom: 6 }}>
          {d.yearChangePercent !== null && <>Last 364 days: {percentChange(100 + d.yearChangePercent, 100)}, {d.yearTrend === 'STEADY' ? 'no clear trend' : d.yearTrend.toLowerCase()}. </>}
          {d.groups.length > 0 && <>Of its reports {d.groups.filter((g) => g.share >= 0.005).map((g) => `${g.group} ${share(g.share)}`).join(', ')}.</>}
        </p>
      )}
      <ul className="why">
        {row.parts.map((p) => (
          <li key={p.name}>
            <i className="band-mark" style={{ background: `var(--${componentTokens[p.name] ?? 'c-bar'})` }} />
            <span className="medium">{componentNames[p.name] ?? p.name}</span>
            <span className="num"><span className="medium">{p.contribution.toFixed(1)}</span><span className="third"> of {(100 * p.weight).toFixed(0)}</span></span>
            <span className="small second">{p.explanation}</span>
          </li>
        ))}
        <li className="sum"><span /><span className="medium">Score</span><span className="num medium">{row.parts.reduce((s, p) => s + p.contribution, 0).toFixed(1)}</span></li>
      </ul>
    </section>
  );
}
