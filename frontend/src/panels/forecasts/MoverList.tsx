import { ChartFrame } from '../../charts/ChartFrame';
import { DifferenceBar, signed } from '../../charts/DifferenceBar';
import { Sparkline } from '../../charts/Sparkline';
import { count } from '../../state/figures';
import { guard, type MoverRow } from '../../state/movers';
import type { View } from '../../state/view';
import { PageLink } from '../PageLink';

interface Props {
  title: 'Rising' | 'Falling';
  view: View;
  kind: string;
  kindName: string;
  rows: readonly MoverRow[];
  names: ReadonlyMap<string, string>;
  weeks: ReadonlyMap<string, readonly number[]> | undefined;
  /** Ends of the bars, the same in both lists. */
  most: number;
  /** The two windows in words: "the same 4 weeks a year before", "20 Dec – 16 Jan". */
  before: string;
  ahead: string;
  stale: boolean;
}

/** Ten areas that rise or fall most, each with its way here, its two figures and how sure the difference is. */
export function MoverList({ title, view, kind, kindName, rows, names, weeks, most, before, ahead, stale }: Props) {
  const table = () => ({
    columns: [kindName.toLowerCase(), 'before', 'expected', 'difference', 'lower 80', 'upper 80', 'sure'],
    rows: rows.map((r) => [names.get(r.code) ?? r.code, Math.round(r.previous), Math.round(r.expected), r.difference, r.lower === null ? null : Math.round(r.lower), r.upper === null ? null : Math.round(r.upper), r.sure ? 'yes' : 'no']),
  });
  return (
    <section className="page-block movers" aria-label={title}>
      <ChartFrame
        title={`${title} areas`} unit="reported incidents" period={`${ahead}, against ${before}`} n={`${rows.length} areas`} table={table}
        head={<><h2>{title}</h2><p className="caption">Reports in {before} and expected {ahead}. {title === 'Rising' ? 'Filled: clear at 80\u202f%' : 'Hollow: could be chance'}</p></>}
      >
        {rows.length === 0 && <p className="second">No area with {guard} reports or more {title === 'Rising' ? 'rises' : 'falls'}.</p>}
        {rows.length > 0 && (
          <div className={`table-scroll ${stale ? 'dim' : ''}`}>
            <table>
              <thead>
                <tr>
                  <th>{kindName}</th><th className="wide">26 weeks</th><th className="num">Before</th><th className="num">Next</th>
                  <th className="scale wide"><span>−{count(most)}</span><span>0</span><span>+{count(most)}</span></th><th className="num"><abbr title="Expected less before">Diff.</abbr></th>
                </tr>
              </thead>
              <tbody>
                {rows.map((r) => (
                  <tr key={r.code}>
                    <td><PageLink view={view} to={{ page: 'map', area: r.code, kind, table: false }} className="quiet-link" title={`${names.get(r.code) ?? r.code} on the map`}>{names.get(r.code) ?? r.code}</PageLink></td>
                    <td className="wide">{weeks && <Sparkline values={weeks.get(r.code) ?? []} label={`Reports a week in 26 weeks, ${count(weeks.get(r.code)?.at(-1) ?? 0)} in the last`} />}</td>
                    <td className="num second">{count(r.previous)}</td>
                    <td className="num medium">{count(r.expected)}</td>
                    <td className="wide"><DifferenceBar value={r.difference} lower={r.lower} upper={r.upper} most={most} sure={r.sure} /></td>
                    <td className="num medium">{signed(r.difference)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ChartFrame>
    </section>
  );
}
