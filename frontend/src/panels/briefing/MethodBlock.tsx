import type { ScoreFragment } from '../../api/generated';
import { measure, plural, share } from '../../state/figures';
import { placesBadge, seriesBadge, type Badge } from '../area/badge';

interface Props { risk: ScoreFragment | undefined; workload: ScoreFragment | undefined; versions: { run: string | null; current: string }; sensitivity: string | undefined }

/** How past statements did, and how these were made. */
export function MethodBlock({ risk, workload, versions, sensitivity }: Props) {
  const best = risk && [...risk.pai].sort((a, b) => b.areaShare - a.areaShare)[0];
  return (
    <section aria-label="Scorecards and method" className="method">
      <div>
        <h2>Scorecards</h2>
        {risk && <Score name="Risk" badge={placesBadge(risk, versions)}>{plural(risk.origins, 'origin')}{best && `; first ${share(best.areaShare)} of areas held ${share(best.hitRate)} of reports, PAI ${best.pai?.toFixed(2) ?? '–'} against ${best.baselinePai?.toFixed(2) ?? '–'}`}. {risk.note}</Score>}
        {workload && <Score name="Workload" badge={seriesBadge(workload, versions)}>{plural(workload.origins, 'origin')}{workload.mae !== null && `; mean error ${measure(workload.mae)}`}. {workload.note}</Score>}
        {!risk && !workload && <p>Not scored yet.</p>}
      </div>
      <div>
        <h2>Method</h2>
        <p>All figures are reported incidents, not all incidents. The risk score ranks areas by expected volume, recent momentum against the season, share in hot cells and severity; it comes from joint sample paths of the forecasts and does not judge people or places. {sensitivity}{workload && ' Waits are those of a queue in each area by itself (Erlang C).'}</p>
      </div>
    </section>
  );
}

const Score = ({ name, badge, children }: { name: string; badge: Badge; children: React.ReactNode }) => (
  <p><span className="medium">{name}: {badge.words}.</span> <span className="second">{children}</span></p>
);
