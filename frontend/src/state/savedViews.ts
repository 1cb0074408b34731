import { formatView, parseView } from './view';

/** A view under a name; a pinned one stands before the others. */
export interface SavedView { name: string; /** Path and query of the application. */ address: string; pinned: boolean }

const key = 'geocrime.views';
const listeners = new Set<() => void>();
let [text, views]: [string | null, readonly SavedView[]] = [null, []];

/** Views kept in this browser, pinned ones first, then by name. */
export function savedViews(): readonly SavedView[] {
  const stored = localStorage.getItem(key);
  // The same list for the same text: who watches it is told of changes alone.
  if (stored !== text) [text, views] = [stored, stored === null ? [] : readable(stored)];
  return views;
}

/** Keeps a view; one of the same name is replaced. @throws Error where the browser has no room or keeps nothing. */
export function saveView(view: SavedView): void {
  write([...savedViews().filter((v) => v.name !== view.name), view]);
}

export const removeView = (name: string): void => write(savedViews().filter((v) => v.name !== name));
export const pinView = (name: string, pinned: boolean): void => write(savedViews().map((v) => (v.name === name ? { ...v, pinned } : v)));

/** Takes views from a file; those of the same name are replaced. @returns how many. @throws Error that names the entry that is wrong; nothing is kept then. */
export function importViews(file: string): number {
  const read = readViews(file);
  write([...savedViews().filter((v) => !read.some((r) => r.name === v.name)), ...read]);
  return read.length;
}

export const exportViews = (): string => `${JSON.stringify(savedViews(), null, 2)}\n`;

/** @throws Error that says what is wrong, where, and what is allowed. */
export function readViews(file: string): SavedView[] {
  let entries: unknown;
  try {
    entries = JSON.parse(file);
  } catch {
    throw new Error('This file is not JSON. A file of views is what “Export” writes.');
  }
  if (!Array.isArray(entries)) throw new Error('This file holds no list of views. A file of views is what “Export” writes.');
  return entries.map((entry: unknown, i) => {
    const { name, address, pinned } = (entry ?? {}) as Partial<SavedView>;
    if (typeof name !== 'string' || name.trim() === '') throw new Error(`View ${i + 1} has no name.`);
    if (typeof address !== 'string' || !/^\/(?!\/)/.test(address)) throw new Error(`View ${i + 1}, “${name}”, has no address of this application; one begins with “/”.`);
    const url = new URL(address, 'http://here');
    // Read and written again: what is not understood does not come in.
    return { name: name.trim(), address: formatView(parseView(url.pathname, url.search)), pinned: pinned === true };
  });
}

export function watchViews(changed: () => void): () => void {
  listeners.add(changed);
  // Another tab has saved one.
  addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    removeEventListener('storage', changed);
  };
}

function write(next: readonly SavedView[]): void {
  const sorted = [...next].sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name));
  localStorage.setItem(key, JSON.stringify(sorted));
  listeners.forEach((listener) => listener());
}

/** What the browser holds was written here; if something else wrote over it, there is nothing to show. */
function readable(stored: string): SavedView[] {
  try {
    return readViews(stored);
  } catch {
    return [];
  }
}
