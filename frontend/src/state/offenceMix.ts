import { adjusted } from '../charts/falseDiscovery';
import { exactPoissonTest } from '../charts/exactTest';

export type Verdict = 'Clear rise' | 'Clear fall' | 'No clear change';

export interface OffenceRow { code: string; now: number; before: number; /** Adjusted over all rows. */ p: number; verdict: Verdict }

interface Counts { keys: readonly (string | null)[]; incidents: number }

/** The verdict on two counts of windows of these lengths, days. */
export const verdictOf = (p: number, now: number, before: number, days = 1, daysBefore = 1): Verdict =>
  p >= 0.05 ? 'No clear change' : now / days > before / daysBefore ? 'Clear rise' : 'Clear fall';

/** Reports by offence in two windows of one length, most first; the tests are held to a false discovery rate of 5 %. */
export function offenceMix(now: readonly Counts[], before: readonly Counts[]): OffenceRow[] {
  const index = (rows: readonly Counts[]) => new Map(rows.map((r) => [r.keys[0] ?? '', r.incidents]));
  const [a, b] = [index(now), index(before)];
  const codes = [...new Set([...a.keys(), ...b.keys()])];
  const rows = codes.map((code) => ({ code, now: a.get(code) ?? 0, before: b.get(code) ?? 0 }));
  const p = adjusted(rows.map((r) => exactPoissonTest(r.now, r.before)));
  return rows
    .map((r, i) => ({ ...r, p: p[i]!, verdict: verdictOf(p[i]!, r.now, r.before) }))
    .sort((x, y) => y.now - x.now || y.before - x.before || x.code.localeCompare(y.code));
}
