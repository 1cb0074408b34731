import { Bookmark, Pin, Trash2 } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { exportViews, importViews, pinView, removeView, savedViews, saveView, watchViews, type SavedView } from '../../state/savedViews';
import { commit } from '../../state/useView';
import { formatView, parseView, type View } from '../../state/view';
import { Popover } from '../controls/Popover';
import { download } from '../download';

/** Views by name: pinned ones lead; saved in this browser, carried between browsers as a file. */
export function SavedViews({ view }: { view: View }) {
  const views = useSyncExternalStore(watchViews, savedViews);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const attempt = (act: () => string) => {
    try {
      setSaid(act());
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  const open = ({ address }: SavedView) => {
    const url = new URL(address, location.origin);
    commit(parseView(url.pathname, url.search));
  };
  return (
    <Popover label="Saved views" className="icon-button" button={<Bookmark size={16} strokeWidth={1.75} aria-hidden />} width={320}>
      {(close) => (
        <div className="saved-views">
          <form
            className="row"
            onSubmit={(e) => {
              e.preventDefault();
              const wanted = name.trim();
              if (wanted === '') return;
              attempt(() => {
                const replaced = views.some((v) => v.name === wanted);
                saveView({ name: wanted, address: formatView(view), pinned: views.find((v) => v.name === wanted)?.pinned ?? false });
                setName('');
                return replaced ? `“${wanted}” now shows this view.` : `Saved “${wanted}”.`;
              });
            }}
          >
            <label className="field" style={{ flex: 1 }}>Name this view<input type="text" value={name} maxLength={80} onChange={(e) => setName(e.target.value)} /></label>
            <button type="submit" className="button primary" disabled={name.trim() === ''}>Save</button>
          </form>
          {views.length === 0 && <p className="small second">No view is saved in this browser yet. A view is everything that you see: page, filter, dates, layers, selection.</p>}
          {views.length > 0 && (
            <ul>
              {views.map((v) => (
                <li key={v.name} className="row">
                  <button type="button" className="menu-item" onClick={() => { close(); open(v); }}>{v.name}</button>
                  <button type="button" className="icon-button" aria-pressed={v.pinned} aria-label={`Pin ${v.name}`} title={v.pinned ? 'Pinned: stands first' : 'Pin: let it stand first'} onClick={() => pinView(v.name, !v.pinned)}><Pin size={14} strokeWidth={1.75} aria-hidden /></button>
                  <button type="button" className="icon-button" aria-label={`Remove ${v.name}`} title="Remove" onClick={() => { removeView(v.name); setSaid(`Removed “${v.name}”.`); }}><Trash2 size={14} strokeWidth={1.75} aria-hidden /></button>
                </li>
              ))}
            </ul>
          )}
          <p className="row small">
            <button type="button" className="text-link" disabled={views.length === 0} onClick={() => download('geocrime-views.json', exportViews(), 'application/json')}>Export</button>
            <button type="button" className="text-link" onClick={() => file.current?.click()}>Import</button>
            <input
              ref={file} type="file" accept="application/json,.json" className="unseen" tabIndex={-1} aria-label="File of views"
              onChange={(e) => {
                const chosen = e.target.files?.[0];
                e.target.value = '';
                void chosen?.text().then((text) => attempt(() => `${importViews(text)} views taken from ${chosen.name}.`));
              }}
            />
          </p>
          <p className="small second" role="status">{said}</p>
        </div>
      )}
    </Popover>
  );
}
