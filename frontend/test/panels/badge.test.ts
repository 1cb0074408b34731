import { expect, it } from 'vitest';
import type { ScoreFragment } from '../../src/api/generated';
import { placesBadge, seriesBadge } from '../../src/panels/area/badge';

const card = (over: Partial<ScoreFragment>): ScoreFragment => ({
  origins: 6, mase: 0.8, mae: 4, rmse: 5, crps: 3, beatsBaseline: true, note: '',
  baselines: [{ name: 'Seasonal naive', mase: 1, mae: 6 }, { name: 'Mean of the last 28 days', mase: 0.9, mae: 5 }], coverage: [], pai: [], ...over,
});
const same = { run: '17', current: '17' };

it('measures against the better of the plain forecasts', () => {
  expect(seriesBadge(card({}), same)).toEqual({ look: 'good', words: 'Beats plain forecast by 20\u202f%' });
});

it('claims no gain that may be chance', () => {
  expect(seriesBadge(card({ beatsBaseline: false }), same).words).toBe('Level with plain forecast');
  expect(seriesBadge(card({ beatsBaseline: null }), same).words).toBe('Level with plain forecast');
});

it('says so when the plain forecast is better, and by how much', () => {
  expect(seriesBadge(card({ mae: 5.25, beatsBaseline: false }), same)).toEqual({ look: 'level', words: 'Plain forecast is better by 5\u202f%' });
});

it('calls two per cent either way level', () => {
  expect(seriesBadge(card({ mae: 5.1 }), same).words).toBe('Level with plain forecast');
  expect(seriesBadge(card({ mae: 4.9 }), same).words).toBe('Level with plain forecast');
});

it('has no score without origins, errors or a plain alternative', () => {
  for (const c of [card({ origins: 0 }), card({ mae: null }), card({ baselines: [] })]) expect(seriesBadge(c, same)).toEqual({ look: 'none', words: 'Not scored yet' });
});

it('does not carry a score over to newer data', () => {
  expect(seriesBadge(card({}), { run: '16', current: '17' })).toEqual({ look: 'old', words: 'Scored on older data' });
});

it('judges places by PAI beside the better plain counts, where the server judges', () => {
  const baselines = [{ name: "last year's counts", mase: null, mae: null }, { name: 'recency-weighted counts', mase: null, mae: null }];
  const pai = (model: number, counts: number | null) => [
    { areaShare: 0.05, hitRate: 0.2, pai: 9, pei: 0.9, baselinePai: counts && 1 },
    { areaShare: 0.2, hitRate: 0.3, pai: model, pei: 0.9, baselinePai: counts },
  ];
  expect(placesBadge(card({ baselines, pai: pai(3.4, 3.15) }), same).words).toBe('Beats last year’s counts by 8\u202f%');
  expect(placesBadge(card({ baselines, pai: pai(3.4, 3.42) }), same).words).toBe('Level with last year’s counts');
  expect(placesBadge(card({ baselines, pai: pai(3, 3.4) }), same).words).toBe('Last year’s counts better by 12\u202f%');
  expect(placesBadge(card({ baselines, pai: pai(3, null) }), same).words).toBe('Not scored yet');
  expect(placesBadge(card({ baselines: [baselines[1]!, baselines[0]!], pai: pai(3, 3.4) }), same).words).toBe('Recent counts better by 12\u202f%');
});
