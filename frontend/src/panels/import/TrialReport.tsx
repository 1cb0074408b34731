import { Lightbulb } from 'lucide-react';
import type { ApiError } from '../../api/errors';
import type { ImportTrialQuery } from '../../api/generated';
import { count, plural } from '../../state/figures';
import { noteInWords, reasonInWords } from '../data/reasons';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { isBadInput } from '../../api/errors';

interface Props { trial: ImportTrialQuery['importTrial'] | undefined; stale: boolean; error: ApiError | undefined; missing: readonly string[]; retry: () => void }

/** What would become of the first rows: how many are stored, which are set aside and why, and what looks wrong. */
export function TrialReport({ trial: t, stale, error, missing, retry }: Props) {
  if (missing.length > 0) return <section className="page-block"><Note icon={Lightbulb} title="Still to say"><ul>{missing.map((m) => <li key={m}>{m}</li>)}</ul></Note></section>;
  if (error) return <section className="page-block">{isBadInput(error) ? <Note icon={Lightbulb} tone="warn" title="The file does not fit yet">{error.message}</Note> : <Failed what="The look at the first rows" error={error} retry={retry} />}</section>;
  if (!t) return <section className="page-block"><p className="second" role="status">Looking at the first rows</p></section>;
  const aside = t.reasons.reduce((n, r) => n + r.rows, 0);
  const notes = t.notes.filter((n) => n.rows > 0);
  const of = t.whole ? `all ${count(t.rows)} rows` : `the first ${count(t.rows)} rows`;
  return (
    <section className={`page-block ${stale ? 'dim' : ''}`} aria-label="What would become of the rows">
      <h2><span role="status">{count(t.accepted)} of {of} would be stored{aside > 0 && `, ${count(aside)} set aside`}</span></h2>
      <p className="caption">{t.whole ? 'Nothing is stored yet.' : 'Nothing is stored yet; the rest of the file is read by the import.'} {aside > 0 && 'Rows set aside are kept: they can be corrected and imported again.'}</p>
      {t.advice.map((a) => <div key={a} className="advice"><Note icon={Lightbulb} tone="warn" title={a} /></div>)}
      {(t.reasons.length > 0 || notes.length > 0 || t.repeats > 0) && (
        <div className="table-scroll">
          <table>
            <thead><tr><th>Reason</th><th className="num">Rows</th><th className="wide">Example</th><th>What happens</th></tr></thead>
            <tbody>
              {t.reasons.map((r) => <tr key={r.reason}><td className="medium">{reasonInWords(r.reason)}</td><td className="num">{count(r.rows)}</td><td className="wide example"><code title={r.example}>{r.example || '–'}</code></td><td>Set aside</td></tr>)}
              {t.repeats > 0 && <tr><td className="medium">Stands earlier in the file, id and content</td><td className="num">{count(t.repeats)}</td><td className="wide">–</td><td>Stored once</td></tr>}
              {notes.map((n) => <tr key={n.note}><td className="medium">{noteInWords(n.note)}</td><td className="num">{count(n.rows)}</td><td className="wide">–</td><td>Imported</td></tr>)}
            </tbody>
          </table>
        </div>
      )}
      {t.categories.length > 0 && (
        <details className="foot">
          <summary className="small">{plural(t.categories.length, 'offence')}{t.categories.length === 20 && ' and more'} in these rows</summary>
          <ul className="offence-list small">{t.categories.map((c) => <li key={c.label}><span>{c.label}</span> <span className="third">{count(c.rows)}{!c.mapped && ', weight 1 until you set it'}</span></li>)}</ul>
        </details>
      )}
    </section>
  );
}
