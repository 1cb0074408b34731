import { Database, History, Keyboard, Map as MapIcon, Moon, Sun } from 'lucide-react';
import { formatView, type Page, type View } from '../state/view';

const pages = [
  { page: 'map', name: 'Map', icon: MapIcon },
  { page: 'runs', name: 'Runs', icon: History },
  { page: 'data', name: 'Data', icon: Database },
] as const satisfies readonly { page: Page; name: string; icon: unknown }[];

interface Props { view: View; theme: 'light' | 'dark'; onPage: (page: Page) => void; onTheme: () => void; onKeys: () => void }

export function PageRail({ view, theme, onPage, onTheme, onKeys }: Props) {
  return (
    <nav className="page-rail" aria-label="Pages">
      <div className="logo no-phone"><Mark /></div>
      {pages.map(({ page, name, icon: Icon }) => (
        <a
          key={page} href={formatView({ ...view, page })} aria-current={view.page === page ? 'page' : undefined}
          onClick={(e) => {
            // A new tab stays the browser's business.
            if (e.ctrlKey || e.metaKey || e.shiftKey) return;
            e.preventDefault();
            onPage(page);
          }}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />{name}
        </a>
      ))}
      <span className="spring no-phone" />
      <button type="button" className="no-phone" onClick={onKeys}><Keyboard size={20} strokeWidth={1.75} aria-hidden />Keys</button>
      <button type="button" className="end" onClick={onTheme} aria-label={`Theme: ${theme}. Switch to ${theme === 'dark' ? 'light' : 'dark'}`}>
        {theme === 'dark' ? <Sun size={20} strokeWidth={1.75} aria-hidden /> : <Moon size={20} strokeWidth={1.75} aria-hidden />}Theme
      </button>
    </nav>
  );
}

const Mark = () => (
  <svg width={26} height={26} viewBox="0 0 26 26" role="img" aria-label="GeoCrime">
    <path d="M13 1.5 23 7.2v11.6L13 24.5 3 18.8V7.2Z" fill="var(--ink)" />
    <path d="M13 6.6l5.6 3.2v6.4L13 19.4l-5.6-3.2V9.8Z" fill="none" stroke="var(--on-ink)" strokeWidth={1.6} />
    <circle cx={13} cy={13} r={2.4} fill="var(--hot-2)" />
  </svg>
);
