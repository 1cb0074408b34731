import { Download } from 'lucide-react';
import { ImportReasonsDocument } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { count, plural } from '../../state/figures';
import { noteInWords, reasonInWords } from './reasons';

interface Props { batch: { batch: number; jurisdiction: string; quarantined: number; quarantineUrl: string } }

const mostNotes = 12;

/** What an import set aside, why, with an example each, and all of it as a file. */
export function BatchReasons({ batch: b }: Props) {
  const { data } = useQuery(ImportReasonsDocument, { jurisdiction: b.jurisdiction });
  const found = data?.imports.find((i) => i.batch === b.batch);
  const notes = (found?.notes ?? []).filter((n) => !n.note.startsWith('unmapped-category'));
  const noted = notes.reduce((n, each) => n + each.rows, 0);
  if (b.quarantined === 0 && notes.length === 0) return null;
  return (
    <section className="page-block" aria-label={`Set aside by import ${b.batch}`}>
      <div className="row wrap">
        <h2 className="strong">{b.quarantined === 0 ? 'No rows' : plural(b.quarantined, 'row')} set aside{noted > 0 && `, ${count(noted)} noted`}</h2>
        <span className="spring" />
        {b.quarantined > 0 && <a className="button" href={b.quarantineUrl} download><Download size={16} strokeWidth={1.75} aria-hidden />Rows with reasons</a>}
      </div>
      <p className="caption">{b.quarantined > 0 && 'Nothing is thrown away: rows set aside can be corrected and imported again. '}{noted > 0 && 'What is noted was imported.'}</p>
      <div className="table-scroll">
        <table>
          <thead><tr><th>Reason</th><th className="num">Rows</th><th className="wide num">First row</th><th className="wide">Example</th><th>What happened</th></tr></thead>
          <tbody>
            {found?.reasons.map((r) => <tr key={r.reason}><td className="medium">{reasonInWords(r.reason)}</td><td className="num">{count(r.rows)}</td><td className="wide num">{count(r.firstRow)}</td><td className="wide example"><code title={r.example}>{r.example || '–'}</code></td><td>Set aside</td></tr>)}
            {notes.slice(0, mostNotes).map((n) => <tr key={n.note}><td className="medium">{noteInWords(n.note)}</td><td className="num">{count(n.rows)}</td><td className="wide num">–</td><td className="wide">–</td><td>Imported</td></tr>)}
          </tbody>
        </table>
      </div>
    </section>
  );
}
