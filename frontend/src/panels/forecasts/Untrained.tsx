import { CircleDashed } from 'lucide-react';
import type { RequestFailed } from '../../api/errors';
import { useForecastJob } from '../../api/useForecastJob';
import { share } from '../../state/figures';
import { Note } from '../states/Note';

/** No stored model answers: why, and the way to train one. */
export function Untrained({ what, missing, retry }: { what: string; missing: RequestFailed; retry: () => void }) {
  const job = useForecastJob(retry);
  const running = job.run && (job.run.state === 'RUNNING' || job.run.state === 'QUEUED');
  return (
    <Note
      icon={CircleDashed} title={running ? 'Training' : 'Not trained yet'}
      actions={!running && missing.start !== undefined && <button type="button" className="button primary" onClick={() => job.start(missing.start)}>Train {what}</button>}
    >
      {running && job.run ? (
        <>
          <p>{job.run.state === 'QUEUED' ? 'Waiting for its turn.' : `${share(job.run.progress)} done.`} You can go on working; Runs shows it too.</p>
          <div className="progress" style={{ margin: '6px 0', width: 220 }} role="progressbar" aria-label="Training" aria-valuenow={Math.round(100 * job.run.progress)}><i style={{ width: `${100 * job.run.progress}%` }} /></div>
        </>
      ) : <p>No stored model answers. {job.run?.error && `The last training failed: ${job.run.error}`}{job.error && `Training could not start: ${job.error.message}`}</p>}
    </Note>
  );
}
