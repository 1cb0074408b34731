import type { ReactNode } from 'react';
import { commit } from '../state/useView';
import { changed, formatView, type View } from '../state/view';

interface Props { view: View; to: Partial<View>; className?: string; label?: string; title?: string; current?: boolean; children: ReactNode }

/** A link to another view of the application; a new tab stays the browser's business. */
export const PageLink = ({ view, to, className, label, title, current, children }: Props) => (
  <a
    href={formatView(changed(view, to))} className={className} aria-label={label} title={title} aria-current={current ? 'page' : undefined}
    onClick={(e) => {
      if (e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      commit(to);
    }}
  >
    {children}
  </a>
);
