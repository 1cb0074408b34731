import { useState } from 'react';
import type { ImportsQuery } from '../../api/generated';
import { count, plural } from '../../state/figures';
import { sentenceCase } from '../../state/words';
import { BatchReasons } from './BatchReasons';
import { UndoBatch } from './UndoBatch';

type Batch = ImportsQuery['imports'][number];

const moment = (iso: string): string => new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What was imported, the latest first; each can be looked at and taken back. */
export function ImportsList({ imports, onChanged }: { imports: readonly Batch[]; onChanged: () => void }) {
  const [open, setOpen] = useState<number | null>(null);
  const chosen = imports.find((b) => b.batch === open);
  if (imports.length === 0) return null;
  return (
    <>
      <section className="page-block" aria-label="Imports">
        <h2>Imports</h2>
        <p className="caption">{plural(imports.filter((b) => b.state !== 'undone').length, 'import')} in the data; each raised the data version</p>
        <div className="table-scroll">
          <table>
            <thead><tr><th>File</th><th>State</th><th className="wide">Started</th><th className="wide num">Rows</th><th className="num">Stored</th><th className="wide num">Set aside</th><th className="wide num">Already stored</th><th><span className="unseen">More</span></th></tr></thead>
            <tbody>
              {imports.map((b) => (
                <tr key={b.batch} className={b.batch === open ? 'selected' : undefined}>
                  <td className="medium file-name">{b.file}<span className="small third"> no. {b.batch}</span></td>
                  <td>{sentenceCase(b.state)}{b.error && <p className="small third">{b.error}</p>}</td>
                  <td className="wide nowrap">{moment(b.startedAt)}</td>
                  <td className="wide num">{count(b.rows)}</td><td className="num">{count(b.accepted)}</td><td className="wide num">{count(b.quarantined)}</td><td className="wide num">{count(b.duplicates)}</td>
                  <td className="num">{b.state !== 'undone' && <button type="button" className="button" aria-expanded={b.batch === open} onClick={() => setOpen(b.batch === open ? null : b.batch)}>{b.batch === open ? 'Less' : 'Details, undo'}<span className="unseen"> of import {b.batch}</span></button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {chosen && chosen.state !== 'undone' && <div className="foot"><UndoBatch key={chosen.batch} batch={chosen} onUndone={onChanged} /></div>}
      </section>
      {chosen && chosen.state !== 'undone' && <BatchReasons batch={chosen} />}
    </>
  );
}
