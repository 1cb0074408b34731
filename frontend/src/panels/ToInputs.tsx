import { SlidersHorizontal } from 'lucide-react';

/** On a phone the inputs stand below the results: the way there. */
export const ToInputs = ({ children }: { children: string }) => (
  <button type="button" className="button only-phone" onClick={() => document.getElementById('inputs')?.scrollIntoView()}><SlidersHorizontal size={16} strokeWidth={1.75} aria-hidden />{children}</button>
);
