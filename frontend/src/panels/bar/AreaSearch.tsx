import { Search } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import { coordinates, placeInWords } from '../../state/coordinates';
import type { LonLat } from '../../state/geodesy';

export interface AreaChoice { code: string; name: string }

const shown = 8;

/** Finds an area by name, or a place by its coordinates, as one types; Enter takes the first. */
export function AreaSearch({ areas, onSelect, onPlace }: { areas: readonly AreaChoice[]; onSelect: (code: string) => void; /** Absent where the page has no map. */ onPlace?: (at: LonLat) => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const place = useMemo(() => (onPlace ? coordinates(text) : null), [onPlace, text]);
  const found = useMemo(() => (place ? [{ code: '', name: `Go to ${placeInWords(place)}` }] : search(areas, text).slice(0, shown)), [areas, text, place]);
  const take = (choice: AreaChoice | undefined) => {
    if (!choice) return;
    if (place) onPlace!(place);
    else onSelect(choice.code);
    setText('');
    setOpen(false);
    input.current?.blur();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => take(found[at]),
    Escape: () => { setText(''); setOpen(false); input.current?.blur(); },
  };
  return (
    <div className="search">
      <Search size={14} aria-hidden />
      <input
        ref={input} id="area-search" type="text" role="combobox" aria-label={onPlace ? 'Find an area or coordinates' : 'Find an area'} aria-expanded={open && found.length > 0} aria-controls={list}
        aria-activedescendant={open && found[at] ? `${list}-${at}` : undefined} aria-autocomplete="list" placeholder={onPlace ? 'Area or coordinates' : 'Find an area'} autoComplete="off"
        value={text} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)}
        onChange={(e) => { setText(e.target.value); setAt(0); setOpen(true); }}
        onKeyDown={(e) => {
          const act = keys[e.key];
          if (!act) return;
          e.preventDefault();
          e.stopPropagation();
          act();
        }}
      />
      <kbd className="no-phone" aria-hidden>Ctrl K</kbd>
      {open && text && (
        <ul id={list} role="listbox" aria-label="Areas" className="popover search-list">
          {found.map((a, i) => (
            <li key={a.code} id={`${list}-${i}`} role="option" aria-selected={i === at} className="menu-item" onPointerDown={(e) => { e.preventDefault(); take(a); }}>{a.name}</li>
          ))}
          {found.length === 0 && <li className="menu-item third">No area has this name</li>}
        </ul>
      )}
    </div>
  );
}

/** Areas whose name holds the text; names that begin with it, or with it at a word, come first. */
export function search(areas: readonly AreaChoice[], text: string): AreaChoice[] {
  const plain = (s: string) => s.toLowerCase().normalize('NFD').replaceAll(/\p{Diacritic}/gu, '');
  const wanted = plain(text.trim());
  if (wanted === '') return [];
  const place = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3);
  return areas
    .map((area) => ({ area, order: place(plain(area.name)) }))
    .filter((c) => c.order < 3)
    .sort((a, b) => a.order - b.order || a.area.name.localeCompare(b.area.name))
    .map((c) => c.area);
}
