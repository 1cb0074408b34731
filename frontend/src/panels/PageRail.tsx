import { ChartSpline, Database, History, Keyboard, ListOrdered, Map as MapIcon, Moon, Sun, TrendingUp, Users, type LucideIcon } from 'lucide-react';
import { pageText } from '../state/pageText';
import type { Page, View } from '../state/view';
import { PageLink } from './PageLink';

const pages: readonly [Page, LucideIcon][] = [
  ['map', MapIcon], ['trends', TrendingUp], ['forecasts', ChartSpline], ['risk', ListOrdered], ['staffing', Users], ['runs', History], ['data', Database],
];

interface Props { view: View; theme: 'light' | 'dark'; onTheme: () => void; onKeys: () => void }

export function PageRail({ view, theme, onTheme, onKeys }: Props) {
  return (
    <nav className="page-rail" aria-label="Pages">
      <div className="logo no-phone"><Mark /></div>
      {pages.map(([page, Icon]) => (
        <PageLink key={page} view={view} to={{ page }} current={view.page === page}>
          <Icon size={20} strokeWidth={1.75} aria-hidden />{pageText[page].name}
        </PageLink>
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
