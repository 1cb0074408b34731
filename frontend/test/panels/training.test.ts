import { expect, test } from 'vitest';
import { lastTime } from '../../src/panels/training/lastTime';
import { curveName, keptEpoch, lossTable, lossTicks, type LossCurve } from '../../src/panels/training/lossCurves';

const curve: LossCurve = {
  area: 'P1', training: '1826 steps',
  epochs: [{ epoch: 1, training: 0.9, heldBack: 0.8 }, { epoch: 2, training: 0.7, heldBack: 0.6 }, { epoch: 3, training: 0.6, heldBack: 0.7 }],
};

test('a curve is named by its area and the steps that it learnt from', () => {
  expect(curveName(curve, () => 'Foundry')).toBe('Foundry, 1,826 steps');
  expect(curveName({ ...curve, area: null, training: '1826 steps, network 2' }, () => '')).toBe('1,826 steps, network 2');
  expect(curveName({ ...curve, area: '' }, () => '')).toBe('Whole city, 1,826 steps');
});

test('the epoch that is kept has the lowest held-back loss, or is the last where nothing was held back', () => {
  expect(keptEpoch(curve)).toBe(2);
  expect(keptEpoch({ ...curve, epochs: curve.epochs.map((e) => ({ ...e, heldBack: null })) })).toBe(3);
  expect(keptEpoch({ ...curve, epochs: [] })).toBe(0);
});

test('the table behind the chart has a row an epoch', () => {
  expect(lossTable(curve).rows[1]).toEqual([2, 0.7, 0.6]);
});

test('ticks are round and lie inside, also below 0', () => {
  expect(lossTicks(0.02, 0.041, 4)).toEqual([0.02, 0.03, 0.04]);
  expect(lossTicks(-0.5, 0.6, 4)).toEqual([-0.5, 0, 0.5]);
});

test('the last time is that of the same model, areas and step, whatever else differed', () => {
  const runs = [
    { id: 'a', state: 'CANCELLED' as const, parameters: { model: 'LstmGlobal', kind: 'precinct', step: 'Day' }, startedAt: null, seconds: 3 },
    { id: 'b', state: 'SUCCEEDED' as const, parameters: { model: 'LstmGlobal', kind: 'precinct', step: 'Week' }, startedAt: null, seconds: 5 },
    { id: 'c', state: 'SUCCEEDED' as const, parameters: { model: 'LstmGlobal', kind: 'precinct', step: 'Day', horizon: 14, training: { seed: 2 } }, startedAt: null, seconds: 40 },
    { id: 'd', state: 'SUCCEEDED' as const, parameters: { model: 'Lstm', step: 'Day' }, startedAt: null, seconds: 9 },
  ];
  expect(lastTime(runs, { model: 'LSTM_GLOBAL', kind: 'precinct', step: 'DAY' })?.id).toBe('c');
  expect(lastTime(runs, { model: 'LSTM', kind: '', step: 'DAY' })?.id).toBe('d');
  expect(lastTime(runs, { model: 'LSTM', kind: 'precinct', step: 'DAY' })).toBeUndefined();
});
