import { useEffect, useRef } from 'react';
import { OpenRunsDocument, type OpenRunsQuery } from './generated';
import { forgetAll } from './recent';
import { useQuery } from './useQuery';
import { isOpen, useRunProgress } from './useRunProgress';

export type OpenRun = OpenRunsQuery['runs']['nodes'][number];

/** How often new jobs are looked for; the progress of the one under way comes by itself. */
const lookMs = 15_000;

/**
 * Jobs under way in a jurisdiction, running ones first.
 * @param onEnded after one of them ended; what it computed may be asked for then, old answers are forgotten.
 */
export function useOpenRuns(jurisdiction: string, onEnded: () => void): OpenRun[] {
  const { data, retry } = useQuery(OpenRunsDocument, { jurisdiction }, { everyMs: () => lookMs });
  const listed = (data?.runs.nodes ?? []).filter(isOpen).sort((a, b) => Number(b.state === 'RUNNING') - Number(a.state === 'RUNNING') || b.progress - a.progress);
  const live = useRunProgress(listed[0]?.id ?? null);
  const open = listed.map((r) => (r.id === live?.id ? { ...r, ...live } : r)).filter(isOpen);
  const known = useRef<string[]>([]);
  const ids = open.map((r) => r.id).join();
  useEffect(() => {
    const now = ids === '' ? [] : ids.split(',');
    const ended = known.current.some((id) => !now.includes(id));
    known.current = now;
    if (!ended) return;
    forgetAll();
    onEnded();
    // The next in the queue.
    retry();
    // A new callback is no reason to tell it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids]);
  return open;
}
