import type { RiskQuery } from '../../api/generated';
import { isNotComputed } from '../../api/errors';
import type { Result } from '../../api/useQuery';
import { ScoreStrip } from '../../charts/ScoreStrip';
import { bandName, bandToken } from '../../layers/risk';
import { count, level, measure, range } from '../../state/figures';
import { useView } from '../../state/useView';
import { PageLink } from '../PageLink';
import { Failed } from '../states/Failed';
import { placesBadge } from './badge';
import { ScoreBadge } from './ScoreBadge';
import { AreaSection } from './AreaSection';

const names: Record<string, string> = { volume: 'Expected volume', momentum: 'Recent momentum', hotspot: 'Hot-spot share', severity: 'Severity' };

interface Props { code: string; result: Result<RiskQuery>; horizon: number; dataVersion: string }

/** Score, band, rank with its range, and the components that add up to the score. */
export function RiskBlock({ code, result, horizon, dataVersion }: Props) {
  const view = useView();
  const layer = result.data?.jurisdiction?.riskScores;
  const score = layer?.scores.find((s) => s.area.code === code);
  return (
    <AreaSection label="Risk">
      <h3>
        Risk <span className="sub">next {horizon} days</span>
        <span className="spring" />
        {layer && <ScoreBadge badge={placesBadge(layer.scorecard, { run: layer.run.datasetVersion, current: dataVersion })} card={layer.scorecard} model="Risk" />}
      </h3>
      {result.error && !isNotComputed(result.error) && <Failed what="Risk" error={result.error} retry={result.retry} />}
      {isNotComputed(result.error) && <p className="small second">Not computed yet: the forecasts that it stands on are missing.</p>}
      {layer && !score && <p className="small second">No score for this area: too few days with reports.</p>}
      {layer && score && (
        <div className={result.stale ? 'dim' : undefined}>
          <div className="row" style={{ alignItems: 'flex-end', gap: 10, margin: '2px 0 8px' }}>
            <span className="figure">{count(score.score)}</span>
            <span>
              <span className="row medium" style={{ gap: 5 }}><i className="band-mark" style={{ background: `var(--${bandToken(score.band)})` }} />{bandName(score.band)}</span>
              <span className="small second">{level(layer.intervalLevel)}: {range(score.lower, score.upper)}</span>
            </span>
            <span className="spring" />
            <span className="num">
              <PageLink view={view} to={{ page: 'risk' }} className="text-link medium" title="The ranking of all areas">Rank {score.rank} of {layer.scores.length}</PageLink><br />
              <span className="small second">
                {score.rankLower === score.rankUpper ? 'the same' : `${score.rankLower} to ${score.rankUpper}`} in 80 % of draws
              </span>
            </span>
          </div>
          <ScoreStrip score={score.score} lower={score.lower} upper={score.upper} level={layer.intervalLevel} />
          <div className="components">
            {score.components.map((c) => (
              <Component key={c.name} name={names[c.name] ?? c.name} contribution={c.contribution} most={100 * c.weight} why={c.explanation} />
            ))}
          </div>
          <p className="small second" style={{ marginTop: 7 }}>
            {count(score.expectedIncidents)} reports expected
            {score.momentumPercent !== null && `; last 28 days ${measure(Math.abs(score.momentumPercent))} % ${score.momentumPercent < 0 ? 'below' : 'above'} season`}.
          </p>
        </div>
      )}
    </AreaSection>
  );
}

function Component({ name, contribution, most, why }: { name: string; contribution: number; most: number; why: string }) {
  // One scale for all bars: 50 points, the most that the heaviest default weight can give, fill the track.
  return (
    <>
      <span className="second" title={why}>{name}</span>
      <span className="track" title={`${contribution.toFixed(1)} of at most ${most.toFixed(0)}`}><i style={{ width: `${Math.min(100, 2 * contribution)}%` }} /></span>
      <span className="num medium">{contribution.toFixed(1)}</span>
    </>
  );
}
