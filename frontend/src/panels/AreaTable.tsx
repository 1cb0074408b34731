import { X } from 'lucide-react';
import type { RiskData } from '../api/useLayers';
import { bandName } from '../layers/risk';
import { count, percentChange } from '../state/figures';
import { sentenceCase } from '../state/words';

export interface AreaRow { code: string; name: string; incidents: number; before: number | null }

interface Props {
  kindName: string;
  /** What the counts cover, in words. */
  period: string;
  rows: readonly AreaRow[];
  /** What the second column counts, in words. */
  before: string;
  stale: boolean;
  risk: RiskData | undefined;
  selected: string | null;
  onSelect: (code: string) => void;
  onClose: () => void;
}

/** The map's text twin: every area with what the map shows of it; by rank where risk is on, else by reports. */
export function AreaTable({ kindName, period, rows, before, stale, risk, selected, onSelect, onClose }: Props) {
  const scores = new Map(risk?.scores.map((s) => [s.area.code, s]));
  const order = [...rows].sort((a, b) => {
    const [x, y] = [scores.get(a.code)?.rank, scores.get(b.code)?.rank];
    return x !== undefined && y !== undefined ? x - y : b.incidents - a.incidents || a.name.localeCompare(b.name);
  });
  return (
    <>
      <div className="sheet-grip" aria-hidden />
      <div className="card-head">
        <div><h2 className="title">Areas</h2><p className="small second">{kindName}, reported incidents, {period}</p></div>
        <span className="spring" />
        <button type="button" className="icon-button" aria-label="Close the table" title="Close (Esc)" onClick={onClose}><X size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      <div className={stale ? 'card-body dim' : 'card-body'} style={{ padding: '0 16px 12px' }}>
        <table className="area-table">
          <thead>
            <tr><th>Area</th><th className="num">Reports</th><th className="num">{sentenceCase(before)}</th>{risk ? <><th className="num">Risk</th><th>Band</th></> : <th className="num">Change</th>}</tr>
          </thead>
          <tbody>
            {order.map((r) => {
              const score = scores.get(r.code);
              return (
                <tr key={r.code} className={r.code === selected ? 'selected' : undefined}>
                  <td><button type="button" className="text-button" aria-current={r.code === selected || undefined} onClick={() => onSelect(r.code)}>{r.name}</button></td>
                  <td className="num medium">{count(r.incidents)}</td>
                  <td className="num second">{r.before === null ? '–' : count(r.before)}</td>
                  {risk ? (
                    <><td className="num" title={score && `${count(score.lower)}–${count(score.upper)}`}>{score ? count(score.score) : '–'}</td><td>{score ? bandName(score.band) : '–'}</td></>
                  ) : <td className="num nowrap">{r.before === null ? '–' : percentChange(r.incidents, r.before)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
