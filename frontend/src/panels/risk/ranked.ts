import type { RiskBand } from '../../api/generated';
import type { RiskScore } from '../../api/useRiskRanking';
import { bands } from '../../layers/risk';
import { defaultWeights, shares, type RiskWeights } from '../../state/riskView';

export interface Part { name: string; contribution: number; weight: number; explanation: string }
/** An area's place under some weights. Its interval and rank range are the server's, which draws them. */
export interface Ranked { code: string; rank: number; score: number; band: RiskBand; parts: Part[] }

/**
 * The ranking under other weights, at once: a component's own score 0–100 is its contribution over its weight, and does not depend on the weights.
 * @param usual the server's scores under the default weights, none of which is 0.
 * @returns best first; ties in the server's order. Empty where all weights are 0.
 */
export function ranked(usual: readonly RiskScore[], weights: RiskWeights): Ranked[] {
  const share = shares(weights);
  if (!share) return [];
  const basis = shares(defaultWeights)!;
  const of = (from: RiskWeights, name: string): number => from[name as keyof RiskWeights] ?? 0;
  const rows = usual.toSorted((a, b) => a.rank - b.rank).map((s) => {
    const parts = s.components.map((c): Part => ({
      name: c.name, weight: of(share, c.name), explanation: c.explanation,
      contribution: (c.contribution / of(basis, c.name)) * of(share, c.name),
    }));
    const score = parts.reduce((sum, p) => sum + p.contribution, 0);
    return { code: s.area.code, score, band: bands[Math.min(4, Math.floor(score / 20))]!, parts };
  });
  return rows.sort((a, b) => b.score - a.score).map((r, i) => ({ ...r, rank: i + 1 }));
}
