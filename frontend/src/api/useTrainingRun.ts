import { useEffect, useState } from 'react';
import { TrainingProgressDocument, TrainingRunDocument, type TrainingStateFragment } from './generated';
import { subscribe } from './subscribe';
import { useQuery } from './useQuery';
import { isOpen } from './useRunProgress';

export type TrainingRun = TrainingStateFragment;

const pollMs = 3000;

/** A run with its training, followed live until it has ended; null before the first answer. */
export function useTrainingRun(id: string): { run: TrainingRun | null; error: string; again: () => void } {
  // Asked again as well: a stream that breaks is not the end.
  const asked = useQuery(TrainingRunDocument, { id }, { everyMs: (d) => (d.run && isOpen(d.run) ? pollMs : undefined) });
  const [told, setTold] = useState<TrainingRun | null>(null);
  const answer = asked.data?.run ?? null;
  const run = told?.id === id && (answer === null || isOpen(answer)) ? told : answer;
  const open = run !== null && isOpen(run);
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const follow = async () => {
      for await (const { runProgress } of subscribe(TrainingProgressDocument, { id }, stop.signal)) setTold(runProgress);
    };
    // Without the stream the next answer tells.
    follow().catch(() => {});
    return () => stop.abort();
  }, [id, open]);
  const missing = asked.data && !asked.data.run ? 'The ledger no longer has this run.' : '';
  return { run, error: asked.error?.message ?? missing, again: asked.retry };
}
