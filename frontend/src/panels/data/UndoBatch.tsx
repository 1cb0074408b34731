import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { request } from '../../api/client';
import type { ApiError } from '../../api/errors';
import { UndoImportDocument, type ImportsQuery } from '../../api/generated';
import { isOpen, useDataRun } from '../../api/useDataRun';
import { count, plural } from '../../state/figures';
import { figure } from '../../state/importResult';
import { Failed } from '../states/Failed';

interface Props { batch: Pick<ImportsQuery['imports'][number], 'batch' | 'accepted' | 'corrected' | 'file'>; onUndone: () => void }

/** Takes an import back, after a second word in place. */
export function UndoBatch({ batch: b, onUndone }: Props) {
  const [asked, setAsked] = useState(false);
  const [id, setId] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { run } = useDataRun(id, onUndone);
  const undo = () => {
    setAsked(false);
    setError(null);
    request(UndoImportDocument, { batch: b.batch }).then((d) => setId(d.undoImport.id), (reason: ApiError) => setError(reason));
  };
  if (error) return <Failed what="The undo" error={error} retry={undo} />;
  if (run && isOpen(run)) return <p className="second" role="status">Undoing import {b.batch}: {plural(b.accepted, 'incident')} …</p>;
  if (run?.state === 'SUCCEEDED') return <p className="second" role="status">Undone: {plural(figure(run.metrics, 'removed'), 'incident')} removed, {count(figure(run.metrics, 'restored'))} restored.</p>;
  return (
    <div className="row wrap">
      {run?.error && <p className="medium" role="alert">{run.error}</p>}
      {asked
        ? <>
            <span className="medium">Take {plural(b.accepted - b.corrected, 'incident')} of {b.file} away{b.corrected > 0 && ` and bring ${count(b.corrected)} back`}?</span>
            {/* The question took the button's place: the answer takes the focus. */}
            <button type="button" className="button primary" autoFocus onClick={undo}>Undo import {b.batch}</button>
            <button type="button" className="button" onClick={() => setAsked(false)}>Keep</button>
          </>
        : <button type="button" className="button" aria-label={`Undo import ${b.batch}`} onClick={() => setAsked(true)}><Undo2 size={16} strokeWidth={1.75} aria-hidden />Undo</button>}
    </div>
  );
}
