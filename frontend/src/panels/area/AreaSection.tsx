import { createContext, useContext, type ReactNode } from 'react';

/** The area's name where two panels stand side by side, so that their landmarks differ; null for a panel alone. */
export const BesideContext = createContext<string | null>(null);

/** One block of the area panel. */
export function AreaSection({ label, children }: { label: string; children: ReactNode }) {
  const name = useContext(BesideContext);
  return <section className="block" aria-label={name ? `${label}, ${name}` : label}>{children}</section>;
}
