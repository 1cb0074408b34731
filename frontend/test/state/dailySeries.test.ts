import { describe, expect, it } from 'vitest';
import { covers, dailySeries, totalIn, weeklyBins } from '../../src/state/dailySeries';
import { toDay, toIso } from '../../src/state/days';

const from = toDay('2024-01-03');
const span = { from, to: from + 20, completeThrough: from + 19 };
const rows = Array.from({ length: 20 }, (_, i) => ({ keys: [toIso(from + i)], incidents: i + 1 })).filter((_, i) => i !== 5);
const series = dailySeries(rows, span);

describe('daily series', () => {
  it('gives the total of any window as the sum of its days', () => {
    for (let a = 0; a <= 20; a++)
      for (let b = a; b <= 20; b++) {
        let sum = 0;
        for (let i = a; i < b; i++) sum += i === 5 ? 0 : i + 1;
        expect(totalIn(series, { from: from + a, to: from + b })).toBe(sum);
      }
  });

  it('counts only the part of a window that it covers', () => {
    expect(totalIn(series, { from: from - 50, to: from + 2 })).toBe(3);
    expect(totalIn(series, { from: from + 30, to: from + 40 })).toBe(0);
    expect(covers(series, { from: from - 1, to: from + 2 })).toBe(false);
    expect(covers(series, { from, to: from + 20 })).toBe(true);
  });

  it('leaves out rows outside its span and rows without a date', () => {
    const odd = dailySeries([{ keys: [null], incidents: 5 }, { keys: ['1999-01-01'], incidents: 5 }], span);
    expect(totalIn(odd, { from, to: from + 20 })).toBe(0);
  });

  it('bins whole weeks from Monday and drops partial ones at both ends', () => {
    const bins = weeklyBins(series);
    expect(toIso(bins.first)).toBe('2024-01-08');
    // The first week's Monday had no report: 0 + 7 + … + 12, then 13 + … + 19.
    expect([...bins.counts]).toEqual([57, 112]);
  });

  it('has no bins without a whole week', () => {
    expect(weeklyBins(dailySeries([], { from, to: from + 5, completeThrough: from + 4 })).counts.length).toBe(0);
  });
});
