import { useState } from 'react';
import { AreaChangesDocument, type AreaChangesQuery } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { writeCsv } from '../../state/csv';
import { againstOf } from '../../state/filter';
import { count, percentChange, plural } from '../../state/figures';
import { download } from '../download';
import { Failed } from '../states/Failed';
import type { Inputs } from './layerInputs';

type ChangeTable = NonNullable<AreaChangesQuery['jurisdiction']>['changes'];

const words = { RISE: 'clear rise', NONE: 'no clear change', FALL: 'clear fall' };
const mostShown = 8;

/** The change layer's figures by area and offence: the clear ones in the rail, all of them as CSV. Asked for on opening. */
export function ChangeRows({ inputs: { code, filter, kind, view } }: { inputs: Inputs }) {
  const [open, setOpen] = useState(false);
  const asked = useQuery(AreaChangesDocument, open && kind && filter.from ? { code, kind, filter, ...againstOf(filter, view.vs) } : null);
  const table = asked.data?.jurisdiction?.changes;
  if (!kind) return null;
  const clear = table?.rows.filter((r) => r.direction !== 'NONE') ?? [];
  return (
    <div style={{ marginTop: 8 }}>
      <button type="button" className="text-link small" aria-expanded={open} onClick={() => setOpen(!open)}>By area and offence</button>
      {open && asked.error && <Failed what="Changes" error={asked.error} retry={asked.retry} />}
      {open && table && (
        <div className={asked.stale ? 'dim' : undefined}>
          {clear.length > 0 && (
            <table style={{ marginTop: 4 }}>
              <thead><tr><th>Clear changes</th><th className="num">Now</th><th className="num">Before</th><th className="num">Change</th></tr></thead>
              <tbody>
                {clear.slice(0, mostShown).map((r) => (
                  <tr key={`${r.area?.code} ${r.category?.code}`}>
                    <td>{r.area?.name}<br /><span className="third">{r.category?.label}</span></td>
                    <td className="num medium">{count(r.incidents)}</td><td className="num second">{count(r.before)}</td><td className="num nowrap">{percentChange(r.incidents, r.before)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p className="micro third" style={{ marginTop: 4 }}>
            {clear.length === 0 ? 'No clear change' : plural(clear.length, 'clear change')} among {plural(table.rows.length, 'pair')} of area and offence; exact tests at a false discovery rate of 5{'\u202f'}%.{' '}
            <button type="button" className="text-link" onClick={() => download(`changes-${code}-${table.window.from}.csv`, changesCsv(table))}>CSV of all</button>
          </p>
        </div>
      )}
    </div>
  );
}

/** One row an area and offence, with both windows. */
export const changesCsv = ({ window: w, rows }: ChangeTable): string => writeCsv([
  ['area', 'name', 'offence', 'reported_incidents', 'before', 'p', 'adjusted_p', 'verdict', 'from', 'to_exclusive', 'before_from', 'before_to_exclusive'],
  ...rows.map((r) => [r.area?.code ?? null, r.area?.name ?? null, r.category?.code ?? null, r.incidents, r.before, r.p, r.adjustedP, words[r.direction], w.from, w.to, w.baselineFrom, w.baselineTo]),
]);
