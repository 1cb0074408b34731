import { useSyncExternalStore } from 'react';
import { changed, formatView, parseView, type View } from './view';

let current = parseView(location.pathname, location.search);
const listeners = new Set<() => void>();

const announce = () => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

addEventListener('popstate', () => {
  current = parseView(location.pathname, location.search);
  announce();
});

/** A step that Back undoes: a selection, a layer switch, the release of the brush. */
export function commit(patch: Partial<View>): void {
  const next = changed(current, patch);
  if (formatView(next) !== formatView(current)) history.pushState(null, '', formatView(next));
  current = next;
  announce();
}

/** A change that Back does not step through: the camera, a slider under the hand. */
export function adjust(patch: Partial<View>): void {
  current = changed(current, patch);
  history.replaceState(null, '', formatView(current));
  announce();
}

export const useView = (): View => useSyncExternalStore(subscribe, () => current);
