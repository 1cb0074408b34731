import { useEffect, useState } from 'react';
import { request } from './client';
import type { ApiError } from './errors';
import { RunDocument, StartForecastDocument, type RunQuery, type StartForecastInput } from './generated';
import { forgetAll } from './recent';

type Run = Pick<NonNullable<RunQuery['run']>, 'id' | 'state' | 'progress' | 'error'>;

export interface ForecastJob {
  /** The job under way, or ended without success; null before one is started and after one succeeds. */
  run: Run | null;
  error: ApiError | null;
  start: (input: unknown) => void;
}

const pollMs = 1000;

/** Starts the training of a missing forecast and follows it. @param onDone after it succeeded; old answers are forgotten by then. */
export function useForecastJob(onDone: () => void): ForecastJob {
  const [run, setRun] = useState<Run | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const start = (input: unknown) => {
    setError(null);
    // The input is the server's own (NOT_COMPUTED, extensions.start), handed back unread.
    request(StartForecastDocument, { input: input as StartForecastInput })
      .then((data) => setRun(data.startForecast), (reason: ApiError) => setError(reason));
  };

  useEffect(() => {
    if (!run || (run.state !== 'RUNNING' && run.state !== 'QUEUED')) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      request(RunDocument, { id: run.id }, abort.signal).then(
        ({ run: next }) => {
          if (next?.state !== 'SUCCEEDED') return setRun(next);
          setRun(null);
          forgetAll();
          onDone();
        },
        // The server's silence has its own banner; the next poll may succeed.
        () => { if (!abort.signal.aborted) setRun({ ...run }); },
      );
    }, pollMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // A new callback must not restart the wait.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [run]);

  return { run, error, start };
}
