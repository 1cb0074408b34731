import { CircleDashed } from 'lucide-react';
import type { RequestFailed } from '../../api/errors';
import { useForecastJob } from '../../api/useForecastJob';
import { share } from '../../state/figures';
import { Note } from '../states/Note';

/** The forecasts that the score stands on are missing: the way to train them. */
export function NotRanked({ error, retry }: { error: RequestFailed; retry: () => void }) {
  const job = useForecastJob(retry);
  const running = job.run && (job.run.state === 'RUNNING' || job.run.state === 'QUEUED');
  return (
    <Note
      icon={CircleDashed} title={running ? `Training, ${share(job.run!.progress)} done` : 'Not computed yet'}
      actions={!running && error.start !== undefined && <button type="button" className="button primary" onClick={() => job.start(error.start)}>Train the forecasts</button>}
    >
      {running ? 'You can go on working; Runs shows it too.' : `${error.message} ${job.run?.error ?? ''}${job.error?.message ?? ''}`}
    </Note>
  );
}
