import { useEffect, useState } from 'react';
import { TrainingProgressDocument, TrainingRunDocument, type TrainingStateFragment } from './generated';
import { useQuery } from './useQuery';

export type TrainingRun = TrainingStateFragment;

export const isOpen = (run: { state: TrainingRun['state'] }): boolean => run.state === 'RUNNING' || run.state === 'QUEUED';

/** A run with its training, followed live until it has ended; null before the first answer. */
export function useTrainingRun(id: string): { run: TrainingRun | null; error: string; again: () => void } {
  const first = useQuery(TrainingRunDocument, { id });
  const [told, setTold] = useState<TrainingRun | null>(null);
  const known = told?.id === id ? told : (first.data?.run ?? null);
  const open = known !== null && isOpen(known);
  useEffect(() => {
    if (!open) return;
    const query = new URLSearchParams({ query: TrainingProgressDocument.toString(), variables: JSON.stringify({ id }) });
    const source = new EventSource(`/graphql?${query}`);
    // A silent server is asked again by the browser; a finished run ends the stream.
    source.addEventListener('next', (event: MessageEvent<string>) => {
      const run = (JSON.parse(event.data) as { data?: { runProgress: TrainingRun } }).data?.runProgress;
      if (run) setTold(run);
    });
    source.addEventListener('complete', () => source.close());
    return () => source.close();
  }, [id, open]);
  const missing = first.data && !first.data.run ? 'The ledger no longer has this run.' : '';
  return { run: known, error: first.error?.message ?? missing, again: first.retry };
}
