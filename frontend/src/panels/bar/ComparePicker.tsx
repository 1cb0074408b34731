import { ChevronDown, Columns2, X } from 'lucide-react';
import { useState } from 'react';
import { baselineInWords, baselineWindow, type Baseline } from '../../state/baseline';
import { comparingOf, compareBy, type Comparing } from '../../state/comparing';
import { dayInWords, toDay, toIso } from '../../state/days';
import { windowInWords, type DataSpan, type TimeWindow } from '../../state/timeWindow';
import type { View } from '../../state/view';
import { Popover } from '../controls/Popover';
import { Segmented } from '../controls/Segmented';

interface Props { view: View; window: TimeWindow; span: DataSpan; onChange: (patch: Partial<View>) => void }

/** Whether, how and with what window the map compares. */
export function ComparePicker({ view, window: w, span, onChange }: Props) {
  const how = comparingOf(view);
  const on = how !== 'off';
  return (
    <span className={on ? 'compare on' : 'compare'}>
      <Popover
        label="Compare" className="pick" width={344}
        button={<><Columns2 size={14} aria-hidden /><span className="key">{on ? 'Against' : 'Compare'}</span><span className="wide">{on ? baselineInWords(w, view.vs) : 'Off'}</span><ChevronDown size={14} aria-hidden /></>}
      >
        {(close) => (
          <Choices {...{ how, w, span }} vs={view.vs} onHow={(next) => onChange(compareBy(view, next))} onBaseline={(vs) => {
            onChange({ vs, ...(how === 'off' && compareBy(view, 'swipe')) });
            close();
          }} />
        )}
      </Popover>
      {on && <button type="button" className="icon-button" aria-label="Stop comparing" title="Stop comparing (C)" onClick={() => onChange(compareBy(view, 'off'))}><X size={14} strokeWidth={1.75} aria-hidden /></button>}
    </span>
  );
}

interface ChoicesProps { how: Comparing; w: TimeWindow; span: DataSpan; vs: Baseline; onHow: (how: Comparing) => void; onBaseline: (vs: Baseline) => void }

function Choices({ how, w, span, vs, onHow, onBaseline }: ChoicesProps) {
  const [start, setStart] = useState(toIso(baselineWindow(w, vs).from));
  const day = toDay(start);
  const known = (b: Baseline) => baselineWindow(w, b).from >= span.from;
  const usable = day >= span.from && day < span.to && day !== w.from;
  return (
    <form onSubmit={(e) => { e.preventDefault(); if (usable) onBaseline(start); }}>
      <div style={{ padding: '0 8px 8px' }}><Segmented label="Way of comparing" value={how} onChange={onHow} options={[{ value: 'off', label: 'Off' }, { value: 'swipe', label: 'Swipe' }, { value: 'difference', label: 'Difference' }]} /></div>
      {(['year', 'before'] as const).map((b) => (
        <button key={b} type="button" className="menu-item" disabled={!known(b)} aria-pressed={how !== 'off' && vs === b} onClick={() => onBaseline(b)}>
          <span>{b === 'year' ? 'Same window last year' : 'Window before'}</span><span className="spring" />
          <span className="small third nowrap">{known(b) ? windowInWords(baselineWindow(w, b)) : 'before the data'}</span>
        </button>
      ))}
      <div className="row" style={{ padding: '8px 8px 0', alignItems: 'end' }}>
        <label className="field">As long, from<input type="date" required value={start} min={toIso(span.from)} max={toIso(span.to - 1)} onChange={(e) => setStart(e.target.value)} /></label>
        <span className="spring" />
        <button type="submit" className="button primary" disabled={!usable}>Compare</button>
      </div>
      <p className="small third" style={{ padding: '6px 8px 0' }}>{usable ? windowInWords(baselineWindow(w, start)) : `Any other day from ${dayInWords(span.from)} to ${dayInWords(span.to - 1)}.`}</p>
    </form>
  );
}
