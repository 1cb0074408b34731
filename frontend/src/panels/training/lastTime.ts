import type { PastTrainingsQuery } from '../../api/generated';

type Past = PastTrainingsQuery['runs']['nodes'][number];

/** The newest succeeded training of a model for a kind of areas by a step; undefined where there was none. @param kind '' = the whole city */
export function lastTime(runs: readonly Past[], asked: { model: string; kind: string; step: string }): Past | undefined {
  const plain = (s: unknown) => String(s).replaceAll('_', '').toUpperCase();
  return runs.find((run) => {
    const p = run.parameters as { model?: unknown; kind?: unknown; step?: unknown } | null;
    return run.state === 'SUCCEEDED' && run.seconds !== null && plain(p?.model) === plain(asked.model) && (p?.kind ?? '') === asked.kind && plain(p?.step) === plain(asked.step);
  });
}
