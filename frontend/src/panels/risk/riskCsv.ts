import type { RiskScore } from '../../api/useRiskRanking';
import { writeCsv } from '../../state/csv';
import { weightNames } from '../../state/riskView';
import type { Ranked } from './ranked';
import type { Comparison } from './RiskTable';

const round = (n: number | undefined, digits = 2): number | null => (n === undefined ? null : +n.toFixed(digits));

/** The ranking as a file: one row an area, the contributions behind the score. */
export function riskCsv(rows: readonly Ranked[], drawn: ReadonlyMap<string, RiskScore>, names: ReadonlyMap<string, string>, compared: readonly Comparison[]): string {
  const head = ['rank', 'rank_lower', 'rank_upper', ...compared.map((c) => `rank_${c.title.replaceAll(/\W+/g, '_')}`), 'area', 'name', 'score', 'lower', 'upper', 'band', 'band_probability', 'trend', 'expected', ...weightNames.map((n) => `${n}_points`)];
  return writeCsv([head, ...rows.map((r) => {
    const d = drawn.get(r.code);
    return [
      r.rank, d?.rankLower ?? null, d?.rankUpper ?? null, ...compared.map((c) => c.ranks.get(r.code) ?? null), r.code, names.get(r.code) ?? '', round(r.score), round(d?.lower), round(d?.upper),
      r.band.toLowerCase(), round(d?.bandProbability, 3), d?.trend.toLowerCase() ?? null, round(d?.expectedIncidents), ...weightNames.map((n) => round(r.parts.find((p) => p.name === n)?.contribution)),
    ];
  })]);
}
