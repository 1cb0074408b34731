// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { parametersInWords } from '../../src/panels/runs/RunRow';

it('says the plain values of a run’s parameters', () => {
  expect(parametersInWords({ model: 'LSTM', horizon: 30, filter: { from: 'x' }, codes: ['a', 'b'], kind: null })).toBe('model LSTM of the area, horizon 30, codes a b');
  expect(parametersInWords({ model: 'LstmGlobal', step: 'Day', kind: 'precinct' })).toBe('model LSTM of all areas, step day, kind precinct');
  expect(parametersInWords({ codes: ['a', 'b', 'c', 'd'] })).toBe('codes 4 values');
  expect(parametersInWords('text')).toBe('');
});
