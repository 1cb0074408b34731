import { RiskRankingDocument, type RiskRankingQuery, type RiskRankingQueryVariables } from './generated';
import { useQuery } from './useQuery';
import { defaultWeights, sameWeights, shares, type RiskView } from '../state/riskView';

interface Asked {
  code: string;
  kind: string | null;
  horizonDays: number;
  risk: RiskView;
  /** Offence codes; empty = all. */
  categories: readonly string[];
  /** Codes that the guard leaves in; null while it is off. */
  guarded: readonly string[] | null;
}

/**
 * The ranking as it is asked for (`asked`), with the default weights (`usual`, from which any weights can be reckoned at once)
 * and, while the guard is on, as it would be without it (`unguarded`).
 */
export function useRiskRanking({ code, kind, horizonDays, risk, categories, guarded }: Asked) {
  const variables = (weights: typeof defaultWeights, codes: readonly string[]): RiskRankingQueryVariables | null => kind === null ? null : {
    code, kind, horizonDays, weights, per: risk.per, severityWeighted: risk.severityWeighted,
    ...(risk.asOf && { asOf: risk.asOf }), ...(codes.length > 0 && { filter: { categories: [...codes] } }),
  };
  const codes = guarded ?? categories;
  const usual = useQuery(RiskRankingDocument, variables(defaultWeights, codes));
  const changed = !sameWeights(risk.weights, defaultWeights) && shares(risk.weights) !== null;
  const own = useQuery(RiskRankingDocument, changed ? variables(risk.weights, codes) : null);
  const unguarded = useQuery(RiskRankingDocument, guarded ? variables(shares(risk.weights) ? risk.weights : defaultWeights, categories) : null);
  return { usual, asked: changed ? own : usual, unguarded };
}

export type Ranking = NonNullable<RiskRankingQuery['jurisdiction']>['riskScores'];
export type RiskScore = Ranking['scores'][number];
