import { Database } from 'lucide-react';
import { useState } from 'react';
import { request } from '../../api/client';
import type { ApiError } from '../../api/errors';
import { CancelRunDocument, LoadSampleCityDocument, OpenDataRunsDocument } from '../../api/generated';
import { isOpen, useDataRun } from '../../api/useDataRun';
import { useQuery } from '../../api/useQuery';
import { count, share } from '../../state/figures';
import { importFigures } from '../../state/importResult';
import { commit } from '../../state/useView';
import { Failed } from './Failed';
import { Note } from './Note';

/** Nothing is loaded yet: import a file, or load the sample city. @param onChanged after something was loaded. */
export function FirstUse({ onChanged }: { onChanged: () => void }) {
  const [started, setStarted] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  // A load that another window began, or that goes on after a restart.
  const newest = useQuery(OpenDataRunsDocument, started === null ? { study: 'SAMPLE' } : null);
  const open = newest.data?.runs.nodes.find(isOpen)?.id ?? null;
  const { run, result } = useDataRun(started ?? open, onChanged);
  const load = () => {
    setError(null);
    request(LoadSampleCityDocument, {}).then((d) => setStarted(d.loadSampleCity.id), (reason: ApiError) => setError(reason));
  };
  const cancel = () => { if (run) void request(CancelRunDocument, { id: run.id }).then(result.retry, (reason: ApiError) => setError(reason)); };
  return (
    <div className="centre">
      <div className="floating first-use" style={{ position: 'static' }}>
        {run && isOpen(run)
          ? <Note icon={Database} title="Loading the sample city" actions={<button type="button" className="button" onClick={cancel}>Cancel</button>}>
              <p>{importFigures(run.metrics) ? `${count(importFigures(run.metrics)!.accepted)} made-up incidents, ${share(run.progress)}` : 'Making up the city'}</p>
              <div className="progress thick foot" role="progressbar" aria-label="Loading the sample city" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(100 * run.progress)}><i style={{ width: `${100 * run.progress}%` }} /></div>
            </Note>
          : <Note
              icon={Database} title="Start with data"
              actions={<>
                <button type="button" className="button primary" onClick={() => commit({ page: 'data', importing: 'new' })}>Import a file</button>
                <button type="button" className="button" onClick={load}>Load sample city</button>
              </>}
            >
              <p>Import a CSV or GeoJSON file of reported incidents, or load the made-up sample city.</p>
              <p className="third">On the command line: <code>./geocrime import FILE</code> and <code>./geocrime sample --load</code></p>
            </Note>}
        {run?.state === 'FAILED' && run.error && <p className="small wrong foot" role="alert">{run.error}</p>}
        {error && <div className="foot"><Failed what="The start" error={error} retry={load} /></div>}
      </div>
    </div>
  );
}
