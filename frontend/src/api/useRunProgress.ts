import { useCallback, useSyncExternalStore } from 'react';
import { RequestFailed } from './errors';
import { RunProgressDocument, type RunProgressSubscription } from './generated';
import { subscribe } from './subscribe';

export type RunProgress = RunProgressSubscription['runProgress'];

export const isOpen = (run: { state: RunProgress['state'] }): boolean => run.state === 'RUNNING' || run.state === 'QUEUED';

interface Watch { last: RunProgress | null; listeners: Set<() => void>; abort: AbortController }

/** One stream a run, shared by all that show it: a browser opens six connections to a server and no more. */
const watches = new Map<string, Watch>();
const retryMs = 2000;

/** The state of a run as the server tells it; null before the first word and for no run. */
export function useRunProgress(id: string | null): RunProgress | null {
  const listen = useCallback((changed: () => void) => (id === null ? () => {} : watch(id, changed)), [id]);
  return useSyncExternalStore(listen, () => (id === null ? null : (watches.get(id)?.last ?? null)));
}

function watch(id: string, changed: () => void): () => void {
  let found = watches.get(id);
  if (!found) {
    found = { last: null, listeners: new Set(), abort: new AbortController() };
    watches.set(id, found);
    void follow(id, found);
  }
  const own = found;
  own.listeners.add(changed);
  return () => {
    own.listeners.delete(changed);
    if (own.listeners.size > 0) return;
    own.abort.abort();
    watches.delete(id);
  };
}

/** Listens until the run has ended, again after a broken connection, and not while nobody looks. */
async function follow(id: string, own: Watch): Promise<void> {
  const { listeners, abort: { signal } } = own;
  while (!signal.aborted) {
    await looked(signal);
    const stream = new AbortController();
    const stop = () => { if (document.hidden || signal.aborted) stream.abort(); };
    document.addEventListener('visibilitychange', stop);
    signal.addEventListener('abort', stop);
    try {
      for await (const { runProgress } of subscribe(RunProgressDocument, { id }, stream.signal)) {
        own.last = runProgress;
        listeners.forEach((listener) => listener());
      }
      if (own.last && !isOpen(own.last)) return;
    } catch (error) {
      // There is no such run: asking again would not make one.
      if (error instanceof RequestFailed) return;
    } finally {
      document.removeEventListener('visibilitychange', stop);
      signal.removeEventListener('abort', stop);
    }
    if (!signal.aborted && !document.hidden) await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

/** Resolves when the page is in front, or nobody listens any more. */
const looked = (signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const look = () => {
    if (document.hidden && !signal.aborted) return;
    document.removeEventListener('visibilitychange', look);
    signal.removeEventListener('abort', look);
    resolve();
  };
  document.addEventListener('visibilitychange', look);
  signal.addEventListener('abort', look);
  look();
});
