import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from './client';
import { ServerDown, Stopped, type ApiError } from './errors';
import type { TypedDocumentString } from './generated';
import { recall, remember } from './recent';

/** How long a request that a newer one waits for may still take before it is cancelled. */
const patienceMs = 250;
/** Least time from one question to the next; an eye does not follow more. */
const spacingMs = 50;
/** First wait before asking a silent server again; doubles up to eight times this. */
const retryMs = 2000;

export interface Result<Data> {
  /** The newest answer, kept (with `stale` set) while another is on its way. */
  data?: Data;
  error?: ApiError;
  loading: boolean;
  stale: boolean;
  /** When `data` arrived, ms since 1970. */
  at: number;
  /** When a silent server is asked again, ms since 1970; 0 otherwise. */
  retryAt: number;
  retry: () => void;
  /** Gives up the question that is under way; what was answered before stays. */
  stop: () => void;
}

/** `key`: the question last answered or failed; `dataKey`: the one that `data` answers. */
interface State<Data> { key: string; dataKey: string; data?: Data; error?: ApiError; at: number; retryAt: number }

interface Options<Data> {
  /** How long after an answer to ask again, for what changes by itself; nothing = never. */
  everyMs?: (data: Data) => number | undefined;
}

/**
 * The answer to one operation, asked again whenever its variables change.
 * While variables change fast (a drag), one request is under way at a time: the newest variables wait for it, at most
 * 250 ms, and those in between are never sent. Pass `null` variables to ask nothing.
 */
export function useQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
  { everyMs }: Options<Data> = {},
): Result<Data> {
  const key = variables === null ? '' : document.toString() + JSON.stringify(variables);
  const [state, setState] = useState<State<Data>>({ key: '', dataKey: '', at: 0, retryAt: 0 });
  // Asking again bypasses what is remembered, for this key only.
  const [again, setAgain] = useState({ key: '', times: 0 });
  const flight = useRef<{ abort: AbortController; startedAt: number; done: Promise<void> } | null>(null);
  // Questions are numbered; an answer never replaces that of a later one.
  const asked = useRef(0);
  const shown = useRef(0);
  const failures = useRef(0);
  const wish = useRef(everyMs);
  useEffect(() => { wish.current = everyMs; });

  const askAgain = useCallback(() => setAgain((a) => ({ key, times: a.times + 1 })), [key]);

  useEffect(() => {
    if (key === '') return;
    const turn = ++asked.current;
    const known = again.key === key ? undefined : recall<Data>(key);
    if (known) {
      shown.current = turn;
      // A remembered answer is an answer: it arrives like one from the server, only at once.
      // eslint-disable-next-line react-hooks/set-state-in-effect
      setState({ key, dataKey: key, data: known, at: Date.now(), retryAt: 0 });
      // What changes by itself is not watched any less for being remembered.
      const pause = wish.current?.(known);
      const watch = pause === undefined ? 0 : window.setTimeout(askAgain, pause);
      return () => clearTimeout(watch);
    }
    let outdated = false;
    let timer = 0;
    const send = () => {
      if (outdated) return;
      const abort = new AbortController();
      const done = request(document, variables as Variables, abort.signal).then(
        (data) => {
          failures.current = 0;
          remember(key, data);
          // An answer that a newer question overtook is still newer than what is on the screen.
          if (turn >= shown.current) setState({ key, dataKey: key, data, at: Date.now(), retryAt: 0 });
          shown.current = Math.max(shown.current, turn);
          const pause = wish.current?.(data);
          if (pause !== undefined && !outdated) timer = window.setTimeout(askAgain, pause);
        },
        (error: unknown) => {
          if (abort.signal.aborted || outdated) return;
          const silent = error instanceof ServerDown;
          const wait = silent ? retryMs * 2 ** Math.min(3, failures.current++) : 0;
          setState((last) => ({ ...last, key, error: error as ApiError, retryAt: silent ? Date.now() + wait : 0 }));
          if (silent) timer = window.setTimeout(askAgain, wait);
        },
      );
      flight.current = { abort, startedAt: performance.now(), done };
    };
    const before = flight.current;
    if (!before) send();
    else {
      const elapsed = performance.now() - before.startedAt;
      const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms - elapsed)));
      const spaced = elapsed < spacingMs ? before.done.then(() => pause(spacingMs)) : before.done;
      void Promise.race([spaced, pause(patienceMs)]).then(() => {
        if (!outdated) before.abort.abort();
        send();
      });
    }
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
    // The key stands for document and variables.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, again]);

  useEffect(() => () => flight.current?.abort.abort(), []);

  const stop = useCallback(() => {
    flight.current?.abort.abort();
    setState((last) => (last.key === key ? last : { ...last, key, error: new Stopped(), retryAt: 0 }));
  }, [key]);

  const current = state.key === key;
  return {
    data: key === '' ? undefined : state.data,
    error: current ? state.error : undefined,
    loading: key !== '' && !(current && (state.dataKey === key || state.error)),
    stale: state.data !== undefined && state.dataKey !== key,
    at: state.at,
    retryAt: current ? state.retryAt : 0,
    retry: askAgain,
    stop,
  };
}
