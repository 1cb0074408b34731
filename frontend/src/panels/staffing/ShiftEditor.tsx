import { Plus, X } from 'lucide-react';
import { mostShifts, plainName, type ShiftTimes } from '../../state/staffingView';
import { NumberField } from '../controls/NumberField';
import { hoursOf } from './week';

/** Name, start and length of each shift. Gaps and overlaps are allowed; the plan warns of them. */
export function ShiftEditor({ shifts, onChange }: { shifts: readonly ShiftTimes[]; onChange: (shifts: ShiftTimes[]) => void }) {
  const change = (at: number, patch: Partial<ShiftTimes>) => onChange(shifts.map((s, i) => (i === at ? { ...s, ...patch } : s)));
  const rename = (at: number, text: string) => {
    const name = plainName(text);
    if (name && !shifts.some((s, i) => i !== at && s.name.toLowerCase() === name.toLowerCase())) change(at, { name });
  };
  const add = () => {
    const last = shifts.at(-1)!;
    const free = [...Array(mostShifts + 1).keys()].map((i) => `Shift ${i + 1}`).find((n) => !shifts.some((s) => s.name === n))!;
    onChange([...shifts, { name: free, startHour: (last.startHour + last.hours) % 24, hours: Math.min(8, last.hours) }]);
  };
  return (
    <fieldset className="shifts">
      <legend className="small second">Shifts <span className="third">start, hours</span></legend>
      {shifts.map((s, i) => (
        // The place is the key: a name changes under the hand.
        <div className="shift" key={i}>
          <input type="text" aria-label={`Name of shift ${i + 1}`} defaultValue={s.name} key={s.name} onBlur={(e) => rename(i, e.target.value)} onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()} />
          <NumberField bare label={`Start hour of ${s.name}`} value={s.startHour} min={0} max={23} onChange={(startHour) => change(i, { startHour })} />
          <NumberField bare label={`Hours of ${s.name}`} value={s.hours} min={1} max={24} onChange={(hours) => change(i, { hours })} />
          <span className="small third nowrap">{hoursOf(s)}</span>
          {shifts.length > 1 && <button type="button" className="icon-button tight" aria-label={`Remove ${s.name}`} onClick={() => onChange(shifts.filter((_, j) => j !== i))}><X size={14} strokeWidth={1.75} aria-hidden /></button>}
        </div>
      ))}
      {shifts.length < mostShifts && <button type="button" className="text-link small row" style={{ gap: 4 }} onClick={add}><Plus size={12} strokeWidth={2} aria-hidden />Add a shift</button>}
    </fieldset>
  );
}
