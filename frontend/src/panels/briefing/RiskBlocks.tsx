import { useMemo } from 'react';
import type { Ranking } from '../../api/useRiskRanking';
import { AreaMap, type AreaMark } from '../../charts/AreaMap';
import { bandName, bands, bandToken, certaintyOf } from '../../layers/risk';
import { count, level, range } from '../../state/figures';
import type { PageArea } from '../pageProps';
import { componentNames, trendName } from '../risk/components';
import { BandMark } from '../risk/RiskTable';

const listed = 10;

/** Risk by area as a drawing, ranks of the first ten written in. */
export function RiskMapBlock({ layer, areas, horizon, selected }: { layer: Ranking; areas: readonly PageArea[]; horizon: number; selected: string | null }) {
  const marks = useMemo(() => new Map(layer.scores.toSorted((a, b) => a.rank - b.rank).map((s): [string, AreaMark] => {
    const sure = certaintyOf(s.bandProbability);
    return [s.area.code, {
      fill: bandToken(s.band), inverse: bands.indexOf(s.band) >= 3, label: s.rank <= listed ? `#${s.rank}` : undefined, title: `rank ${s.rank}, score ${count(s.score)}, ${bandName(s.band)}`,
      ...(sure !== 'sure' && { hatch: sure === 'poor' ? 'narrow' as const : 'wide' as const }),
    }];
  })), [layer]);
  return (
    <section aria-label="Map">
      <h2>Risk, next {horizon} days</h2>
      <p className="caption">Score 0–100 among {count(layer.scores.length)} areas; #1 is rank 1, written where there is room</p>
      <AreaMap {...{ areas, marks, selected }} width={256} height={190} title="Risk by area" />
      <div className="band-key">{bands.map((b) => <span key={b}><i style={{ background: `var(--${bandToken(b)})` }} />{bandName(b)}</span>)}</div>
      <p className="note-line">Borders at 20, 40, 60, 80. Hatched: the band holds in under 80 % of draws.</p>
    </section>
  );
}

/** The ten areas ranked first, each with its interval; the selected area is added where it is not among them. */
export function RiskTableBlock({ layer, names, selected, kindName }: { layer: Ranking; names: ReadonlyMap<string, string>; selected: string | null; kindName: string }) {
  const order = layer.scores.toSorted((a, b) => a.rank - b.rank);
  const rows = order.filter((s) => s.rank <= listed || s.area.code === selected);
  return (
    <section aria-label="Risk table">
      <h2>Ranked first</h2>
      <p className="caption">In brackets what {level(layer.intervalLevel)} of joint draws hold</p>
      <table>
        <thead><tr><th className="num">Rank</th><th>{kindName}</th><th className="num">Score</th><th>Band</th><th>Trend</th><th className="num">Expected</th></tr></thead>
        <tbody>
          {rows.map((s) => (
            <tr key={s.area.code} className={s.area.code === selected ? 'strong' : undefined}>
              <td className="num nowrap"><span className="medium">{s.rank}</span> <span className="second">({s.rankLower === s.rankUpper ? s.rankLower : `${s.rankLower}–${s.rankUpper}`})</span></td>
              <td className="medium">{names.get(s.area.code) ?? s.area.code}</td>
              <td className="num nowrap"><span className="medium">{count(s.score)}</span> <span className="second">({range(s.lower, s.upper)})</span></td>
              <td className="nowrap"><BandMark band={s.band} sure={certaintyOf(s.bandProbability)} /> {bandName(s.band)}</td>
              <td>{trendName[s.trend]}</td>
              <td className="num">{count(s.expectedIncidents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Why the selected area stands where it stands. */
export function WhyAreaBlock({ layer, selected, name }: { layer: Ranking; selected: string; name: string }) {
  const score = layer.scores.find((s) => s.area.code === selected);
  return (
    <section aria-label="Why">
      <h2>Why {name} stands there</h2>
      {!score && <p>No score: too few days with reports.</p>}
      {score && (
        <>
          <p className="caption">Rank {score.rank} of {layer.scores.length}; parts add up to the score {score.score.toFixed(1)}</p>
          <table><tbody>{score.components.map((c) => <tr key={c.name}><td className="medium nowrap">{componentNames[c.name] ?? c.name}</td><td className="num medium nowrap">{c.contribution.toFixed(1)} <span className="second">of {(100 * c.weight).toFixed(0)}</span></td><td>{c.explanation}</td></tr>)}</tbody></table>
        </>
      )}
    </section>
  );
}
