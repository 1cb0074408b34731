import { useState } from 'react';
import { search } from '../../state/commands';
import type { AreaChoice } from '../bar/SearchBox';

const shown = 8;

/** Picks an area by name; without a name, the first of the list. */
export function AreaChooser({ areas, label, onChoose }: { areas: readonly AreaChoice[]; label: string; onChoose: (code: string) => void }) {
  const [text, setText] = useState('');
  const found = text.trim() === '' ? areas : search(areas, text);
  return (
    <div>
      <label className="field">{label}<input type="text" autoComplete="off" value={text} onChange={(e) => setText(e.target.value)} onKeyDown={(e) => { if (e.key === 'Enter' && found[0]) onChoose(found[0].code); }} /></label>
      <div style={{ marginTop: 6 }}>
        {found.slice(0, shown).map((a) => <button key={a.code} type="button" className="menu-item" onClick={() => onChoose(a.code)}>{a.name}</button>)}
        {found.length === 0 && <p className="small third" style={{ padding: 8 }}>No area has this name</p>}
      </div>
    </div>
  );
}
