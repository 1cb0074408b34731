import { ImportLimitsDocument, UploadPreviewDocument } from '../../api/generated';
import { isBadInput } from '../../api/errors';
import { removeUpload } from '../../api/upload';
import { useQuery } from '../../api/useQuery';
import { commit } from '../../state/useView';
import { FileWarning } from 'lucide-react';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { ServerSilent } from '../states/ServerSilent';
import { FileStep } from './FileStep';
import { ImportResult } from './ImportResult';
import { ImportSetup } from './ImportSetup';
import { Steps } from './Steps';

interface Props {
  /** "new", "file-ID" or the id of a run: where the import stands, as the address carries it. */
  importing: string;
  known: readonly { code: string; name: string; timeZone: string; synthetic: boolean }[];
  current: string | null;
  /** After data changed. */
  onChanged: () => void;
}

const filePrefix = 'file-';

/** A file becomes incidents in four steps: file, columns, time zone and positions, result. */
export function ImportPage({ importing, known, current, onChanged }: Props) {
  const file = importing.startsWith(filePrefix) ? importing.slice(filePrefix.length) : null;
  const preview = useQuery(UploadPreviewDocument, file === null ? null : { id: file });
  const limits = useQuery(ImportLimitsDocument, {});
  const again = () => commit({ importing: 'new' });
  const leave = () => {
    if (file) removeUpload(file);
    commit({ importing: known.length > 0 ? null : 'new' });
  };
  if (file === null && importing !== 'new') return <ImportResult key={importing} run={importing} onChanged={onChanged} onAnother={again} />;
  const found = preview.stale ? undefined : preview.data?.upload;
  if (found) return <ImportSetup key={found.id} preview={found} {...{ known, current }} onCancel={leave} onStarted={(run) => commit({ importing: run })} />;
  const gone = file !== null && preview.data?.upload === null && !preview.stale;
  return (
    <main className="main page" aria-label="Import">
      {preview.retryAt > 0 && <ServerSilent since={preview.at} retryAt={preview.retryAt} retry={preview.retry} />}
      {preview.loading && <div className="loading-bar late"><i /></div>}
      <div className="page-head head-actions">
        <div>
          <h1 className="title">Import</h1>
          <p className="lead second">A file of <b>reported incidents</b>, one row each: CSV or GeoJSON. Nothing is stored before you have seen what would become of it.</p>
        </div>
        {known.length > 0 && <div className="actions"><button type="button" className="button" onClick={leave}>Cancel</button></div>}
      </div>
      <Steps at={0} />
      {gone && <section className="page-block"><Note icon={FileWarning} title="The file is no longer here">Files that were sent are kept for a day. Send it again; an import that was begun goes on where it stopped.</Note></section>}
      {preview.error && !preview.retryAt && (
        <section className="page-block">
          {isBadInput(preview.error) ? <Note icon={FileWarning} tone="warn" title="This file cannot be read yet">{preview.error.message}</Note> : <Failed what="The look at the file" error={preview.error} retry={preview.retry} />}
        </section>
      )}
      <section className="page-block" aria-label="File">
        {file !== null && preview.loading
          ? <p className="second" role="status">Looking at the file</p>
          : <FileStep what="a CSV or GeoJSON file" accept=".csv,.tsv,.txt,.json,.geojson,.gz" limit={limits.data?.importLimits} onUploaded={(sent) => commit({ importing: filePrefix + sent.id })} />}
      </section>
    </main>
  );
}
