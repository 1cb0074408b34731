import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { search, type Command } from '../../state/commands';
import { coordinates, placeInWords } from '../../state/coordinates';
import type { LonLat } from '../../state/geodesy';
import { commit } from '../../state/useView';

export interface AreaChoice { code: string; name: string }

interface Props {
  areas: readonly AreaChoice[];
  onSelect: (code: string) => void;
  /** Absent where the page has no map. */
  onPlace?: (at: LonLat) => void;
  commands: readonly Command[];
}

const shown = 8;

/** Finds an area, a place by its coordinates, or a command by its name as one types; Enter takes the first. Ctrl K leads here from anywhere. */
export function SearchBox({ areas, onSelect, onPlace, commands }: Props) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      const typing = (e.target as HTMLElement).matches('input:not([type=range]):not([type=checkbox]), select, textarea');
      if (!((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') && !(e.key === '/' && !typing)) return;
      e.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  const found = useMemo(() => {
    const place = onPlace && coordinates(text);
    if (place) return [{ name: `Go to ${placeInWords(place)}`, kind: 'place', act: () => onPlace(place) }];
    const wanted = commands.map((c) => ({ name: c.name, kind: c.kind as string, act: () => commit(c.change) }));
    if (text.trim() === '') return wanted.slice(0, shown);
    return search([...areas.map((a) => ({ name: a.name, kind: 'area', act: () => onSelect(a.code) })), ...wanted], text).slice(0, shown);
  }, [text, areas, commands, onPlace, onSelect]);

  const leave = () => { setText(''); setOpen(false); input.current?.blur(); };
  const take = (choice: (typeof found)[number] | undefined) => {
    if (!choice) return;
    choice.act();
    leave();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => take(found[at]),
    Escape: leave,
  };
  const what = [areas.length > 0 && 'an area', onPlace && 'coordinates', 'a command'].filter(Boolean);
  const words = what.length > 1 ? `${what.slice(0, -1).join(', ')} or ${what.at(-1)!}` : what[0]!;
  return (
    <div className="search">
      <Search size={14} aria-hidden />
      <input
        ref={input} type="text" role="combobox" aria-label={`Find ${words}`} aria-expanded={open && found.length > 0} aria-controls={list}
        aria-activedescendant={open && found[at] ? `${list}-${at}` : undefined} aria-autocomplete="list" placeholder="Find or do" autoComplete="off"
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
      {open && (
        <ul id={list} role="listbox" aria-label="Found" className="popover search-list">
          {found.map((c, i) => (
            <li key={`${c.kind} ${c.name}`} id={`${list}-${i}`} role="option" aria-selected={i === at} className="menu-item" onPointerDown={(e) => { e.preventDefault(); take(c); }}>
              <span>{c.name}</span><span className="spring" /><span className="small third">{c.kind}</span>
            </li>
          ))}
          {found.length === 0 && <li className="menu-item third">No area and no command has this name</li>}
        </ul>
      )}
    </div>
  );
}
