import { RiskFeedbackDocument, RiskRankingDocument, type RiskFeedbackQuery, type RiskRankingQuery, type RiskRankingQueryVariables, type ScenarioInput } from './generated';
import { useQuery } from './useQuery';
import { defaultWeights, sameWeights, shares, type RiskView, type RiskWeights } from '../state/riskView';

interface Asked {
  code: string;
  kind: string | null;
  horizonDays: number;
  risk: RiskView;
  /** Offence codes; empty = all. */
  categories: readonly string[];
  scenario: ScenarioInput | null;
}

/** The ranking as it is asked for (`asked`), and with the default weights (`usual`), from which any weights can be reckoned at once. */
export function useRiskRanking({ code, kind, horizonDays, risk, categories, scenario }: Asked) {
  const variables = (weights: RiskWeights): RiskRankingQueryVariables | null => kind === null ? null : {
    code, kind, horizonDays, weights, per: risk.per, severityWeighted: risk.severityWeighted, officerInitiatedWeight: risk.officerWeight,
    ...(risk.asOf && { asOf: risk.asOf }), ...(categories.length > 0 && { filter: { categories: [...categories] } }), ...(scenario && { scenario }),
  };
  const usual = useQuery(RiskRankingDocument, variables(defaultWeights));
  const changed = !sameWeights(risk.weights, defaultWeights) && shares(risk.weights) !== null;
  const own = useQuery(RiskRankingDocument, changed ? variables(risk.weights) : null);
  return { usual, asked: changed ? own : usual };
}

/** What it costs and changes to count officer-initiated records less; asks nothing while they count in full. */
export function useRiskFeedback({ code, kind, horizonDays, risk }: Pick<Asked, 'code' | 'kind' | 'horizonDays' | 'risk'>) {
  return useQuery(RiskFeedbackDocument, kind === null || risk.officerWeight === 1 ? null : { code, kind, horizonDays, officerInitiatedWeight: risk.officerWeight });
}

export type Feedback = NonNullable<RiskFeedbackQuery['jurisdiction']>['riskScores']['feedback'];
export type Ranking = NonNullable<RiskRankingQuery['jurisdiction']>['riskScores'];
export type RiskScore = Ranking['scores'][number];
