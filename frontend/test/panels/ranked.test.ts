import { expect, it } from 'vitest';
import type { RiskScore } from '../../src/api/useRiskRanking';
import { ranked } from '../../src/panels/risk/ranked';
import { defaultWeights } from '../../src/state/riskView';

const names = ['volume', 'momentum', 'hotspot', 'severity'] as const;

/** An area whose components score so many points of 100 each, under the default weights. */
const area = (code: string, rank: number, points: readonly [number, number, number, number]): RiskScore => {
  const components = names.map((name, i) => ({ name, value: 0, z: 0, weight: defaultWeights[name], contribution: defaultWeights[name] * points[i]!, explanation: '' }));
  const score = components.reduce((s, c) => s + c.contribution, 0);
  return { area: { code }, score, lower: 0, upper: 100, rank, rankLower: 1, rankUpper: 4, topFiveProbability: 1, band: 'LOW', bandProbability: 1, trend: 'STEADY', expectedIncidents: 1, momentumPercent: null, yearChangePercent: null, yearTrend: 'STEADY', groups: [], baseline: null, fullyCounted: null, components };
};
// Scores by hand: a 50+6+2+1 = 59, b 25+24+4+5 = 58.
const two = [area('a', 1, [100, 20, 20, 10]), area('b', 2, [50, 80, 40, 50])];

it('gives the served scores back under the weights they were served with', () => {
  const rows = ranked(two, defaultWeights);
  expect(rows.map((r) => r.code)).toEqual(['a', 'b']);
  expect(rows[0]!.score).toBeCloseTo(59, 9);
  expect(rows[1]!.score).toBeCloseTo(58, 9);
  expect(rows.map((r) => r.band)).toEqual(['ELEVATED', 'ELEVATED']);
});

it('orders by one component where it has all the weight', () => {
  for (const [name, order] of [['volume', 'ab'], ['momentum', 'ba'], ['severity', 'ba']] as const) {
    const rows = ranked(two, { volume: 0, momentum: 0, hotspot: 0, severity: 0, [name]: 0.4 });
    expect(rows.map((r) => r.code).join('')).toBe(order);
    expect(rows[0]!.score).toBeCloseTo(two.find((s) => s.area.code === order[0])!.components.find((c) => c.name === name)!.contribution / defaultWeights[name], 9);
  }
});

it('has parts that add up to the score', () => {
  for (const r of ranked(two, { volume: 0.15, momentum: 0.95, hotspot: 0.6, severity: 0.05 })) expect(r.parts.reduce((s, p) => s + p.contribution, 0)).toBeCloseTo(r.score, 9);
});

it('keeps the order of the server among equals, and ranks nothing without weights', () => {
  expect(ranked([area('y', 2, [10, 10, 10, 10]), area('x', 1, [10, 10, 10, 10])], defaultWeights).map((r) => [r.code, r.rank])).toEqual([['x', 1], ['y', 2]]);
  expect(ranked(two, { volume: 0, momentum: 0, hotspot: 0, severity: 0 })).toEqual([]);
  expect(ranked([], defaultWeights)).toEqual([]);
});
