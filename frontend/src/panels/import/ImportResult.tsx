import { Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import { request } from '../../api/client';
import type { ApiError } from '../../api/errors';
import { CancelRunDocument, ImportsDocument } from '../../api/generated';
import { isOpen, useDataRun } from '../../api/useDataRun';
import { useQuery } from '../../api/useQuery';
import { count, plural, share } from '../../state/figures';
import { importFigures, parameter } from '../../state/importResult';
import { defaultLayers, type LayerSetting } from '../../state/view';
import { commit } from '../../state/useView';
import { BatchReasons } from '../data/BatchReasons';
import { UndoBatch } from '../data/UndoBatch';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { Steps } from './Steps';

/** What was imported is looked for report by report. */
const withIncidents: readonly LayerSetting[] = [...defaultLayers, { id: 'incidents', opacity: 1 }];

interface Props { run: string; onChanged: () => void; onAnother: () => void }

/** An import under way: how far it is, and then what came of it, with the way back. */
export function ImportResult({ run: id, onChanged, onAnother }: Props) {
  const { run, result } = useDataRun(id, onChanged);
  const [failed, setFailed] = useState<ApiError | null>(null);
  const [undone, setUndone] = useState(false);
  const sample = run?.study === 'SAMPLE';
  const jurisdiction = sample ? 'sample' : parameter(run?.parameters, 'jurisdiction');
  const file = sample ? 'The sample city' : parameter(run?.parameters, 'file');
  // What was stored before a stop or a failure stands with the batch, not with the run.
  const batches = useQuery(ImportsDocument, run && !isOpen(run) && jurisdiction ? { jurisdiction, first: 1 } : null);
  const batch = batches.stale ? undefined : batches.data?.imports[0];
  const f = run && importFigures(run.metrics);
  const cancel = () => request(CancelRunDocument, { id }).then(result.retry, (e: ApiError) => setFailed(e));
  const onUndone = () => { setUndone(true); onChanged(); };
  return (
    <main className="main page" aria-label="Import">
      {result.retryAt > 0 && <ServerSilent since={result.at} retryAt={result.retryAt} retry={result.retry} />}
      <div className="page-head head-actions">
        <div>
          <h1 className="title">Import</h1>
          {run && <p className="lead second" role="status"><Lead run={run} file={file} added={f?.accepted ?? 0} undone={undone} /></p>}
        </div>
        <div className="actions">
          {run && isOpen(run) && <button type="button" className="button" onClick={() => void cancel()}>Cancel</button>}
          {run && !isOpen(run) && <button type="button" className="button" onClick={onAnother}>Import another file</button>}
          {run?.state === 'SUCCEEDED' && !undone && <button type="button" className="button primary" onClick={() => commit({ page: 'map', importing: null, jurisdiction, kind: null, area: null, from: null, to: null, categories: [], camera: null, layers: [...withIncidents] })}><MapIcon size={16} strokeWidth={1.75} aria-hidden />See them on the map</button>}
        </div>
      </div>
      <Steps at={run?.state === 'SUCCEEDED' ? 4 : 3} />
      {failed && <section className="page-block"><Failed what="Cancelling" error={failed} retry={() => void cancel()} /></section>}
      {result.error && !run && <section className="page-block"><Failed what="The import" error={result.error} retry={result.retry} /></section>}
      {result.data && !result.data.run && <section className="page-block"><p className="medium">There is no such import.</p></section>}
      {run && (
        <section className="page-block" aria-label="Rows">
          <h2>{isOpen(run) ? (run.state === 'QUEUED' ? 'Waits for its turn' : `Reading, ${share(run.progress)}`) : 'Rows'}</h2>
          {isOpen(run) && <div className="progress thick foot" role="progressbar" aria-label="Import" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(100 * run.progress)}><i style={{ width: `${100 * run.progress}%` }} /></div>}
          {f ? <Facts f={f} /> : batch && !isOpen(run) ? <Facts f={{ ...batch, read: batch.rows }} /> : <p className="second foot">{sample ? 'The city is made up first.' : 'The file is being opened.'}</p>}
          {run.error && <p className="medium foot">{run.error}</p>}
          {run.state === 'CANCELLED' && <p className="second foot">Complete chunks of 20,000 rows stay stored. Importing the same file again goes on from there; undo takes them back.</p>}
          {f && f.resumedAfter > 0 && <p className="small third foot">Went on after row {count(f.resumedAfter)} of an earlier run.</p>}
        </section>
      )}
      {batch && run && !isOpen(run) && batch.state !== 'undone' && <>
        <BatchReasons batch={batch} />
        <section className="page-block" aria-label="Undo">
          <h2>Way back</h2>
          <p className="caption">What this import added goes, what it corrected comes back as it was. Imports are listed on the Data page too.</p>
          <UndoBatch batch={batch} onUndone={onUndone} />
        </section>
      </>}
    </main>
  );
}

function Lead({ run, file, added, undone }: { run: { state: string }; file: string; added: number; undone: boolean }) {
  if (undone) return <><b>{file}</b> is undone.</>;
  if (run.state === 'SUCCEEDED') return <><b>{plural(added, 'reported incident')}</b> stored from {file}.</>;
  if (run.state === 'CANCELLED') return <><b>{file}</b> was stopped.</>;
  if (run.state === 'FAILED') return <><b>{file}</b> could not be read to its end.</>;
  return <><b>{file}</b> is being imported. You can leave this page; it goes on.</>;
}

const Facts = ({ f }: { f: { read: number; accepted: number; corrected: number; quarantined: number; duplicates: number; unlocated: number } }) => (
  <dl className="facts">
    <dt>Rows read</dt><dd>{count(f.read)}</dd>
    <dt>Stored</dt><dd>{count(f.accepted)}{f.corrected > 0 && `, of which ${count(f.corrected)} corrected an earlier row`}</dd>
    <dt>Set aside</dt><dd>{count(f.quarantined)}</dd>
    <dt>Already stored</dt><dd>{count(f.duplicates)}</dd>
    <dt>Stored without a position</dt><dd>{count(f.unlocated)}, counted, not drawn</dd>
  </dl>
);
