import { useEffect, useRef } from 'react';
import { OpenRunsDocument, type OpenRunsQuery } from './generated';
import { forgetAll } from './recent';
import { useQuery } from './useQuery';

export type OpenRun = OpenRunsQuery['runs']['nodes'][number];

const [busyMs, idleMs] = [2000, 15_000];
const openOf = (data: OpenRunsQuery | undefined): OpenRun[] =>
  (data?.runs.nodes ?? []).filter((r) => r.state === 'RUNNING' || r.state === 'QUEUED');

/**
 * Jobs under way in a jurisdiction, running ones first.
 * @param onEnded after one of them ended; what it computed may be asked for then, old answers are forgotten.
 */
export function useOpenRuns(jurisdiction: string, onEnded: () => void): OpenRun[] {
  const { data } = useQuery(OpenRunsDocument, { jurisdiction }, { everyMs: (d) => (openOf(d).length > 0 ? busyMs : idleMs) });
  const open = openOf(data).sort((a, b) => b.progress - a.progress);
  const known = useRef<string[]>([]);
  const ids = open.map((r) => r.id).join();
  useEffect(() => {
    const now = ids === '' ? [] : ids.split(',');
    const ended = known.current.some((id) => !now.includes(id));
    known.current = now;
    if (!ended) return;
    forgetAll();
    onEnded();
    // A new callback is no reason to tell it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids]);
  return open;
}
