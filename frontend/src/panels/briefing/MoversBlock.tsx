import type { ChangeTable } from '../../api/useBriefing';
import { count, percentChange, plural } from '../../state/figures';
import { Verdict } from './ChangesBlock';

const mostShown = 7;

/** Areas whose 28 days are clearly above or below those of a year before. */
export function MoversBlock({ changes, names, kindName }: { changes: ChangeTable; names: ReadonlyMap<string, string>; kindName: string }) {
  const clear = changes.rows.filter((r) => r.direction !== 'NONE' && r.area);
  const shown = clear.slice(0, mostShown);
  return (
    <section aria-label="Top movers">
      <h2>Top movers</h2>
      <p className="caption">{plural(clear.length, 'area')} of {count(changes.rows.length)} changed clearly in 28 days</p>
      {shown.length === 0 && <p>No {kindName.toLowerCase()} changed by more than chance would.</p>}
      {shown.length > 0 && (
        <table>
          <thead><tr><th>{kindName}</th><th className="num">28 days</th><th className="num">Before</th><th className="num">Change</th><th>Verdict</th></tr></thead>
          <tbody>{shown.map((r) => <tr key={r.area!.code}><td className="medium">{names.get(r.area!.code) ?? r.area!.code}</td><td className="num medium">{count(r.incidents)}</td><td className="num second">{count(r.before)}</td><td className="num nowrap">{percentChange(r.incidents, r.before)}</td><Verdict row={r} /></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}
