import { X } from 'lucide-react';
import { runDifferences, type ComparedRun, type Difference } from '../../state/runDifferences';
import { count, measure, plural } from '../../state/figures';
import { shortVersion } from '../../state/words';

interface Props { a: ComparedRun & { title: string }; b: ComparedRun & { title: string }; onClose: () => void }

const most = 40;

/** Two runs side by side: what differs, and nothing else. */
export function DifferenceBlock({ a, b, onClose }: Props) {
  const d = runDifferences(a, b);
  const groups: [string, Difference[]][] = [['Parameters', d.parameters], ['Data', d.data], ['Code', d.code], ['Metrics', d.metrics]];
  return (
    <section className="page-block" aria-label="What differs">
      <div className="row">
        <h2 className="strong">What differs</h2><span className="spring" />
        <button type="button" className="icon-button" aria-label="Close the comparison" title="Close the comparison" onClick={onClose}><X size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      <p className="lead second" style={{ marginBottom: 8 }}>{d.why}</p>
      <div className="table-scroll">
        <table className="differences">
          <thead><tr><th><span className="unseen">What</span></th><th>{a.title}</th><th>{b.title}</th><th className="num">Difference</th></tr></thead>
          {groups.map(([name, rows]) => (
            <tbody key={name}>
              <tr className="group"><th scope="rowgroup" colSpan={4}>{name}{rows.length === 0 && <span className="third"> the same</span>}</th></tr>
              {rows.slice(0, most).map((r) => (
                <tr key={r.name}>
                  <th scope="row" className="second">{r.name}</th>
                  <td>{name === 'Code' ? <code>{shortVersion(r.a)}</code> : r.a}</td><td>{name === 'Code' ? <code>{shortVersion(r.b)}</code> : r.b}</td>
                  <td className="num">{r.change === null ? '' : signedMeasure(r.change)}</td>
                </tr>
              ))}
              {rows.length > most && <tr><td colSpan={4} className="third">and {plural(rows.length - most, 'more difference')}</td></tr>}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

/** "+0.0123", "−12", with the digits that a small number needs. */
const signedMeasure = (n: number): string => (n > 0 ? '+' : n < 0 ? '−' : '') + (Math.abs(n) >= 100 ? count(Math.abs(n)) : Math.abs(n) >= 1 ? measure(Math.abs(n)) : String(+Math.abs(n).toPrecision(2)));
