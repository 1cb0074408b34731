import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { plainName, type ScenarioChange, type ScenarioEvent } from '../../state/staffingView';
import { NumberField } from '../controls/NumberField';

interface Choice { code: string; label: string }
interface Assumed { changes: ScenarioChange[]; events: ScenarioEvent[] }

interface Props {
  scenario: Assumed;
  offences: readonly Choice[];
  areas: readonly { code: string; name: string }[];
  start: string;
  onChange: (patch: Partial<Assumed>) => void;
  /** Baseline and scenario side by side. */
  children?: ReactNode;
}

const percentLimits = { min: -100, max: 1000 };

/** What might come; what it would do stands beside what is expected without it. */
export function ScenarioBlock({ scenario: s, offences, areas, start, onChange, children }: Props) {
  const set = <T,>(list: readonly T[], at: number, patch: Partial<T>): T[] => list.map((x, i) => (i === at ? { ...x, ...patch } : x));
  const setChange = (at: number, patch: Partial<ScenarioChange>) => onChange({ changes: set(s.changes, at, patch) });
  const setEvent = (at: number, patch: Partial<ScenarioEvent>) => onChange({ events: set(s.events, at, patch) });
  const areaChoice = (value: string | null, label: string, onPick: (area: string | null) => void) => (
    <select className="boxed" aria-label={label} value={value ?? ''} onChange={(e) => onPick(e.target.value || null)}>
      <option value="">all areas</option>
      {areas.map((a) => <option key={a.code} value={a.code}>{a.name}</option>)}
    </select>
  );
  return (
    <section className="page-block scenario what-if" aria-label="Scenario">
      <h2>Scenario</h2>
      <p className="caption under">Lasting shifts and events to come, in per cent of the reports expected</p>
      {s.changes.map((c, i) => (
        <div className="scenario-row" key={i}>
          <NumberField bare label={`Shift ${i + 1}, per cent`} unit="%" value={c.percent} {...percentLimits} onChange={(percent) => setChange(i, { percent })} />
          <select className="boxed" aria-label={`Shift ${i + 1}, offence`} value={c.category ?? ''} onChange={(e) => setChange(i, { category: e.target.value || null })}>
            <option value="">all offences</option>
            {offences.map((o) => <option key={o.code} value={o.code}>{o.label}</option>)}
          </select>
          {areaChoice(c.area, `Shift ${i + 1}, area`, (area) => setChange(i, { area }))}
          <button type="button" className="icon-button tight" aria-label={`Remove shift ${i + 1}`} onClick={() => onChange({ changes: s.changes.filter((_, j) => j !== i) })}><X size={14} strokeWidth={1.75} aria-hidden /></button>
        </div>
      ))}
      {s.events.map((e, i) => (
        <div className="scenario-row event" key={i}>
          <EventName name={e.name} label={`Event ${i + 1}, name`} onChange={(name) => setEvent(i, { name })} />
          <input type="date" className="boxed" aria-label={`Event ${i + 1}, first day`} value={e.from} onChange={(x) => x.target.value && setEvent(i, { from: x.target.value })} />
          <NumberField bare label={`Event ${i + 1}, days`} unit="d" value={e.days} min={1} max={60} onChange={(days) => setEvent(i, { days })} />
          <NumberField bare label={`Event ${i + 1}, per cent`} unit="%" value={e.percent} {...percentLimits} onChange={(percent) => setEvent(i, { percent })} />
          {areaChoice(e.area, `Event ${i + 1}, area`, (area) => setEvent(i, { area }))}
          <button type="button" className="icon-button tight" aria-label={`Remove event ${i + 1}`} onClick={() => onChange({ events: s.events.filter((_, j) => j !== i) })}><X size={14} strokeWidth={1.75} aria-hidden /></button>
        </div>
      ))}
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <button type="button" className="button" disabled={s.changes.length >= 8} onClick={() => onChange({ changes: [...s.changes, { percent: 20, category: null, area: null }] })}>Add a shift in reports</button>
        <button type="button" className="button" disabled={s.events.length >= 8} onClick={() => onChange({ events: [...s.events, { name: 'Event', from: start, days: 1, percent: 30, area: null }] })}>Add an event</button>
      </div>
      {children}
    </section>
  );
}

function EventName({ name, label, onChange }: { name: string; label: string; onChange: (name: string) => void }) {
  const [draft, setDraft] = useState(name);
  return <input type="text" className="boxed" aria-label={label} value={draft} onChange={(e) => { setDraft(e.target.value); const plain = plainName(e.target.value); if (plain) onChange(plain); }} onBlur={() => setDraft(name)} />;
}
