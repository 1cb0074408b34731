import { useEffect, useRef } from 'react';
import { DataRunDocument, type DataRunStateFragment } from './generated';
import { forgetAll } from './recent';
import { useQuery, type Result } from './useQuery';
import type { DataRunQuery } from './generated';

export type DataRun = DataRunStateFragment;

const pollMs = 500;
export const isOpen = (run: Pick<DataRun, 'state'>): boolean => run.state === 'QUEUED' || run.state === 'RUNNING';

/**
 * A run that changes data, asked for until it has ended.
 * @param id null = none. @param onEnd once it has ended; old answers are forgotten by then.
 */
export function useDataRun(id: string | null, onEnd: () => void): { run: DataRun | null; result: Result<DataRunQuery> } {
  const result = useQuery(DataRunDocument, id === null ? null : { id }, { everyMs: (d) => (d.run && isOpen(d.run) ? pollMs : undefined) });
  const run = result.stale ? null : (result.data?.run ?? null);
  // A quick run may have ended before it was first asked for.
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!run || isOpen(run) || told.current === run.id) return;
    told.current = run.id;
    forgetAll();
    onEnd();
    // A new callback is no reason to tell it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [run]);
  return { run, result };
}
