import type { ReactNode } from 'react';

/** How a line of a chart looks, and what it is. */
export const LineKey = ({ line, children }: { line: 'observed' | 'reference' | 'estimate'; children: ReactNode }) => (
  <span className="key-line"><svg width={14} height={8} aria-hidden><path d="M0 4H14" className={`line ${line}`} /></svg>{children}</span>
);
