import type { OpenRun } from '../../api/useOpenRuns';
import { share } from '../../state/figures';

const doing: Record<OpenRun['study'], string> = {
  DENSITY: 'Computing density', CLUSTERS: 'Finding clusters', CHANGES: 'Comparing windows', HOTSPOTS: 'Computing hot spots', RISK: 'Computing risk', FORECAST: 'Training forecasts', BACKTEST: 'Testing forecasts',
  EMERGING: 'Finding emerging hot spots', NEAR_REPEAT: 'Testing near repeats', PLACES: 'Predicting places', STABILITY: 'Testing hot spots', NEARBY: 'Measuring nearness to places', STAFFING: 'Planning shifts',
  IMPORT: 'Importing', AREAS: 'Loading areas', UNDO: 'Undoing an import', SAMPLE: 'Loading the sample city',
};

/** The job that is furthest, in one line over the map; its result appears by itself. */
export function RunningStudy({ runs }: { runs: readonly OpenRun[] }) {
  const run = runs[0];
  if (!run) return null;
  const name = doing[run.study];
  return (
    <div className="floating small running-study" role="status">
      {name} {run.state === 'QUEUED' ? 'waits for its turn' : share(run.progress)}
      {runs.length > 1 && <span className="third">, {runs.length - 1} more</span>}
      <div className="progress" role="progressbar" aria-label={name} aria-valuenow={Math.round(100 * run.progress)}><i style={{ width: `${100 * run.progress}%` }} /></div>
    </div>
  );
}
