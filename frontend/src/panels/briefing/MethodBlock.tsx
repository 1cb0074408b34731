import type { ScoreFragment } from '../../api/generated';
import { plural, share } from '../../state/figures';
import { placesBadge, seriesBadge, type Badge } from '../area/badge';

interface Props { risk: ScoreFragment | undefined; workload: ScoreFragment | undefined; versions: { run: string | null; current: string } }

/** How past statements of the same kind did. */
export function ScoreBlock({ risk, workload, versions }: Props) {
  const best = risk && [...risk.pai].sort((a, b) => b.areaShare - a.areaShare)[0];
  return (
    <section aria-label="Scorecards" className="method">
      <h2>Scorecards</h2>
      {risk && <Score name="Risk" badge={placesBadge(risk, versions)}>{plural(risk.origins, 'origin')}{best && `; first ${share(best.areaShare)} of areas held ${share(best.hitRate)} of reports, PAI ${best.pai?.toFixed(2) ?? '–'} against ${best.baselinePai?.toFixed(2) ?? '–'}`}. {risk.note}</Score>}
      {workload && <Score name="Workload" badge={seriesBadge(workload, versions)}>{plural(workload.origins, 'origin')}. {workload.note}</Score>}
      {!risk && !workload && <p>Not scored yet.</p>}
    </section>
  );
}

/** How the page was made, and what it cannot say. */
export const MethodBlock = ({ sensitivity, planned }: { sensitivity: string | undefined; planned: boolean }) => (
  <section aria-label="Method">
    <h2>Method</h2>
    <p>
      All figures are reported incidents, not all incidents. The risk score ranks areas by expected volume, recent momentum against the season, share in hot cells and severity; it comes from joint sample paths of the forecasts and does not judge people or places. {sensitivity}{planned && ' Waits are those of a queue in each area by itself (Erlang C).'}
    </p>
  </section>
);

const Score = ({ name, badge, children }: { name: string; badge: Badge; children: React.ReactNode }) => (
  <p><span className="medium">{name}: {badge.words}.</span> <span className="second">{children}</span></p>
);
