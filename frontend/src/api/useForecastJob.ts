import { useEffect, useState } from 'react';
import { request } from './client';
import type { ApiError } from './errors';
import { StartForecastDocument, type StartForecastInput } from './generated';
import { forgetAll } from './recent';
import { isOpen, useRunProgress, type RunProgress } from './useRunProgress';

export interface ForecastJob {
  /** The job under way, or ended without success; null before one is started and after one succeeds. */
  run: RunProgress | null;
  error: ApiError | null;
  start: (input: unknown) => void;
}

/** Starts the training of a missing forecast and follows it. @param onDone after it succeeded; old answers are forgotten by then. */
export function useForecastJob(onDone: () => void): ForecastJob {
  const [started, setStarted] = useState<RunProgress | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const live = useRunProgress(started?.id ?? null);
  const run = live ?? started;

  const start = (input: unknown) => {
    setError(null);
    // The input is the server's own (NOT_COMPUTED, extensions.start), handed back unread.
    request(StartForecastDocument, { input: input as StartForecastInput })
      .then((data) => setStarted(data.startForecast), (reason: ApiError) => setError(reason));
  };

  const done = run?.state === 'SUCCEEDED';
  useEffect(() => {
    if (!done) return;
    forgetAll();
    onDone();
    // A new callback is no reason to tell it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [done, run?.id]);

  return { run: run && (isOpen(run) || !done) ? run : null, error, start };
}
