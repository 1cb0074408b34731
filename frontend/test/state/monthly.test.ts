import { describe, expect, it } from 'vitest';
import { lastTwoYears, monthAfter, monthlyByOffence, wholeMonths } from '../../src/state/monthly';

describe('months', () => {
  it('run over the ends of years', () => {
    expect([monthAfter('2023-12', 1), monthAfter('2024-01', -1), monthAfter('2024-06', 18)]).toEqual(['2024-01', '2023-12', '2025-12']);
  });

  it('are whole from the first of a month to the last complete one', () => {
    expect(wholeMonths('2019-01-01', '2024-10-12')).toEqual({ from: '2019-01', to: '2024-09' });
    expect(wholeMonths('2019-01-02', '2024-10-31')).toEqual({ from: '2019-02', to: '2024-10' });
    expect(wholeMonths('2024-10-02', '2024-10-12')).toBeNull();
  });

  it('of each offence fill in zeros, leave out part months and start with the most', () => {
    const rows = [['a', '2024-01', 2], ['b', '2024-01', 1], ['b', '2024-03', 9], ['a', '2024-04', 99]].map(([c, m, n]) => ({ keys: [String(c), String(m)], incidents: Number(n) }));
    expect(monthlyByOffence(rows, '2024-01', '2024-03')).toEqual([
      { offence: 'b', series: { first: '2024-01', counts: [1, 0, 9] }, total: 10 },
      { offence: 'a', series: { first: '2024-01', counts: [2, 0, 0] }, total: 2 },
    ]);
  });

  it('compare twelve with the twelve before, where there are as many', () => {
    expect(lastTwoYears([100, ...Array.from({ length: 12 }, () => 1), ...Array.from({ length: 12 }, () => 2)])).toEqual({ now: 24, before: 12 });
    expect(lastTwoYears(Array.from({ length: 23 }, () => 1))).toBeNull();
  });
});
