import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { measure } from '../state/figures';
import type { ChartAbout, ChartTable } from './chartFile';

interface Props extends ChartAbout { table: ChartTable; onCsv: () => void; onClose: () => void }

/** The figures behind a chart, for the eye that wants them and the ear that needs them. */
export function TableDialog({ title, unit, period, n, table, onCsv, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const numeric = table.columns.map((_, i) => table.rows.some((r) => typeof r[i] === 'number'));
  return (
    <dialog ref={dialog} className="dialog table-dialog" aria-label={`Table: ${title}`} onClose={onClose} onClick={(e) => e.target === dialog.current && dialog.current.close()} onKeyDown={(e) => e.stopPropagation()}>
      <div className="row">
        <div><h2 className="title">{title}</h2><p className="small second">{[unit, period, n && `n = ${n}`].filter(Boolean).join(', ')}</p></div>
        <span className="spring" />
        <button type="button" className="button" onClick={onCsv}><Download size={16} strokeWidth={1.75} aria-hidden />CSV</button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>Close</button>
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead><tr>{table.columns.map((c, i) => <th key={c} className={numeric[i] ? 'num' : undefined}>{c}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, r) => <tr key={r}>{row.map((v, i) => <td key={i} className={numeric[i] ? 'num' : undefined}>{v === null ? '–' : typeof v === 'number' ? figure(v) : v}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </dialog>
  );
}

/** Whole numbers as they are; others with the decimals that they need. */
const figure = (n: number): string => (Number.isInteger(n) || Math.abs(n) >= 1 ? measure(n).replace(/\.0$/, '') : n.toPrecision(2).replace('-', '−'));
