import type { ExecutionResult } from 'graphql';
import { ask } from './ask';

interface Loaded { jurisdictions: { code: string; dataset: { incidents: number } | null }[] }

/** The code of the jurisdiction with most reported incidents; empty where none is loaded, or nothing answers, of which the first query tells. */
export async function largest(): Promise<string> {
  const answer = await ask({ query: '{ jurisdictions { code dataset { incidents } } }' }).catch((): ExecutionResult => ({}));
  const { jurisdictions } = ((answer as ExecutionResult).data ?? { jurisdictions: [] }) as unknown as Loaded;
  return jurisdictions.toSorted((a, b) => (b.dataset?.incidents ?? 0) - (a.dataset?.incidents ?? 0))[0]?.code ?? '';
}
