import { useEffect, useRef } from 'react';

/** What each key of the map page does, by `event.key`; Shift is part of the name ("Shift+ArrowLeft"). */
export type KeyActions = Readonly<Record<string, () => void>>;

const regions = ['.filter-bar', '.rail, .legend-chip', '.map-canvas', '.panel', '.timeline'];
const focusable = 'button, a, input, select, [tabindex]:not([tabindex="-1"])';

/** Single keys act unless the user is typing or the map has its own use for them. */
export function useMapKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => { latest.current = actions; });
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      const target = e.target as HTMLElement;
      const typing = target.matches('input:not([type=range]):not([type=checkbox]), select, textarea');
      if (e.key === 'F6') {
        e.preventDefault();
        nextRegion(e.shiftKey ? -1 : 1);
        return;
      }
      if (typing || e.ctrlKey || e.metaKey || e.altKey) return;
      // Space presses a focused button, arrows move a focused slider and pan a focused map.
      const own = target.matches('button, a, summary') ? [' ', 'Enter'] : target.matches('input, [role=slider], canvas') ? ['ArrowLeft', 'ArrowRight', '+', '-', '='] : [];
      if (own.includes(e.key)) return;
      if (e.key === 'Enter' && !target.matches('canvas')) return;
      const action = latest.current[(e.shiftKey && (e.key.startsWith('Arrow') || e.key === 'Enter') ? 'Shift+' : '') + e.key];
      if (!action) return;
      e.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function nextRegion(by: 1 | -1): void {
  const found = regions.map((r) => document.querySelector<HTMLElement>(r)).filter((r) => r !== null);
  const at = found.findIndex((r) => r.contains(document.activeElement));
  const region = found[(at + by + found.length) % found.length];
  (region?.querySelector<HTMLElement>(region.matches('.map-canvas') ? 'canvas' : focusable))?.focus();
}
