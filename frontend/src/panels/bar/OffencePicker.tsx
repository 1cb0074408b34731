import { sentenceCase } from '../../state/words';
import { count } from '../../state/figures';

interface Category { code: string; label: string; group: string; incidents: number }
interface Props { all: readonly Category[]; chosen: readonly string[]; onChange: (codes: string[]) => void }

/** Offences by group, each with its number of reports; none chosen means all. */
export function OffencePicker({ all, chosen, onChange }: Props) {
  const groups = Map.groupBy(all, (c) => c.group);
  const toggle = (codes: string[], on: boolean) => {
    const next = all.map((c) => c.code).filter((c) => (codes.includes(c) ? on : chosen.includes(c)));
    // All of them is the same filter as none, and shorter to say.
    onChange(next.length === all.length ? [] : next);
  };
  return (
    <div>
      <button type="button" className="menu-item" disabled={chosen.length === 0} onClick={() => onChange([])}>All {all.length} offences</button>
      {[...groups].map(([group, members]) => {
        const codes = members.map((c) => c.code);
        const every = codes.every((c) => chosen.includes(c));
        return (
          <fieldset key={group} style={{ border: 0, margin: 0, padding: 0 }}>
            <legend className="row small third" style={{ padding: '8px 8px 2px', width: '100%' }}>
              {sentenceCase(group) || 'Other'}<span className="spring" />
              <button type="button" className="text-link small" onClick={() => toggle(codes, !every)}>{every ? 'none of these' : 'all of these'}</button>
            </legend>
            {members.map((c) => (
              <label key={c.code} className="menu-item" style={{ minHeight: 28 }}>
                <input type="checkbox" checked={chosen.includes(c.code)} onChange={(e) => toggle([c.code], e.target.checked)} />
                <span>{c.label}</span><span className="spring" /><span className="small third">{count(c.incidents)}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
