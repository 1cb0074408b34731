import { useState } from 'react';
import { dayInWords, toDay, toIso } from '../../state/days';
import type { DataSpan, TimeWindow } from '../../state/timeWindow';

interface Props { window: TimeWindow; span: DataSpan; presets: readonly { label: string; window: TimeWindow }[]; onChange: (w: TimeWindow) => void }

/** Windows by name, or any two days; the second day is inside the window. */
export function DatePicker({ window: w, span, presets, onChange }: Props) {
  const [first, setFirst] = useState(toIso(w.from));
  const [last, setLast] = useState(toIso(w.to - 1));
  const usable = toDay(first) <= toDay(last);
  return (
    <form onSubmit={(e) => { e.preventDefault(); if (usable) onChange({ from: toDay(first), to: toDay(last) + 1 }); }}>
      {presets.map((p) => (
        <button key={p.label} type="button" className="menu-item" aria-pressed={p.window.from === w.from && p.window.to === w.to} onClick={() => onChange(p.window)}>{p.label}</button>
      ))}
      <div className="row" style={{ padding: '8px 8px 4px', alignItems: 'end' }}>
        <label className="field">First day<input type="date" required value={first} min={toIso(span.from)} max={toIso(span.to - 1)} onChange={(e) => setFirst(e.target.value)} /></label>
        <label className="field">Last day<input type="date" required value={last} min={toIso(span.from)} max={toIso(span.to - 1)} onChange={(e) => setLast(e.target.value)} /></label>
      </div>
      <div className="row" style={{ padding: '4px 8px' }}>
        <span className="small third">{usable ? `Reports are complete through ${dayInWords(span.completeThrough)}.` : 'The last day lies before the first.'}</span>
        <span className="spring" />
        <button type="submit" className="button primary" disabled={!usable}>Show</button>
      </div>
    </form>
  );
}
