import type { RiskScore } from '../../api/useRiskRanking';
import { writeCsv } from '../../state/csv';
import { weightNames } from '../../state/riskView';
import type { Ranked } from './ranked';

const round = (n: number | undefined, digits = 2): number | null => (n === undefined ? null : +n.toFixed(digits));

/** The ranking as a file: one row an area, the contributions behind the score. */
export function riskCsv(rows: readonly Ranked[], drawn: ReadonlyMap<string, RiskScore>, names: ReadonlyMap<string, string>, before: ReadonlyMap<string, number> | null): string {
  const head = ['rank', 'rank_lower', 'rank_upper', ...(before ? ['rank_without_guard'] : []), 'area', 'name', 'score', 'lower', 'upper', 'band', 'band_probability', 'trend', 'expected', ...weightNames.map((n) => `${n}_points`)];
  return writeCsv([head, ...rows.map((r) => {
    const d = drawn.get(r.code);
    return [
      r.rank, d?.rankLower ?? null, d?.rankUpper ?? null, ...(before ? [before.get(r.code) ?? null] : []), r.code, names.get(r.code) ?? '', round(r.score), round(d?.lower), round(d?.upper),
      r.band.toLowerCase(), round(d?.bandProbability, 3), d?.trend.toLowerCase() ?? null, round(d?.expectedIncidents), ...weightNames.map((n) => round(r.parts.find((p) => p.name === n)?.contribution)),
    ];
  })]);
}
