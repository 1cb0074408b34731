import { useState } from 'react';
import { request } from './client';
import type { ApiError } from './errors';
import { StartBacktestDocument, type StartBacktestInput } from './generated';
import { useRunProgress, type RunProgress } from './useRunProgress';

/** Starts a backtest and follows it. `run`: the one under way or ended; null before one is started. */
export function useBacktest(): { run: RunProgress | null; error: ApiError | null; start: (input: StartBacktestInput) => void } {
  const [started, setStarted] = useState<RunProgress | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const live = useRunProgress(started?.id ?? null);
  const start = (input: StartBacktestInput) => {
    setError(null);
    request(StartBacktestDocument, { input }).then((data) => setStarted(data.startBacktest), (reason: ApiError) => setError(reason));
  };
  return { run: live ?? started, error, start };
}
