import { LeaderboardDocument, type ForecastModel, type LeaderboardQuery } from './generated';
import { useQuery, type Result } from './useQuery';

export interface ModelScore { /** Error over that of the better plain model; under 1 is better. */ relative: number | null; beats: boolean | null; isBaseline: boolean }

/** How each model that is ready did on past windows of days, mean over the areas of a kind; none while it is asked. */
export function useModelScores(code: string, kind: string, horizon: number): { scores: ReadonlyMap<ForecastModel, ModelScore>; areas: number; windows: number; result: Result<LeaderboardQuery> } {
  const result = useQuery(LeaderboardDocument, { code, kind, step: 'DAY', horizon });
  const board = result.data?.jurisdiction?.leaderboard;
  const scores = new Map(board?.rows.map((r): [ForecastModel, ModelScore] => [r.model, { relative: r.relativeMase, beats: r.beatsBaseline, isBaseline: r.isBaseline }]));
  return { scores, areas: board?.series ?? 0, windows: board?.origins ?? 0, result };
}
