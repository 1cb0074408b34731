import { describe, expect, it } from 'vitest';
import { changeBorders, changeToken, leading, moverRow, quantile, scaleEnd } from '../../src/state/movers';
import { mondayOfWeek, weeksByArea } from '../../src/state/weeks';
import { toDay, toIso } from '../../src/state/days';

const mover = (code: string, previous: number, expected: number, lower: number | null, upper: number | null) => moverRow({ area: { code }, previous, expected, lower, upper });

describe('movers', () => {
  it('show the difference of the displayed figures', () => expect(mover('a', 101.6, 93.4, 70, 99).difference).toBe(-9));
  it('are sure where the interval excludes no change, on either side', () => {
    expect(mover('a', 20, 30, 21, 40).sure).toBe(true);
    expect(mover('a', 20, 12, 8, 19).sure).toBe(true);
    expect(mover('a', 20, 30, 20, 40).sure).toBe(false);
    expect(mover('a', 20, 30, null, null).sure).toBe(false);
  });
  it('list ten, sure ones first, in the server’s order, none under the guard', () => {
    const rows = [mover('tiny', 0, 9, 1, 20), ...Array.from({ length: 12 }, (_, i) => mover(`a${i}`, 20, 30, i % 2 === 0 ? 10 : 25, 40))];
    expect(leading(rows).map((r) => r.code)).toEqual(['a1', 'a3', 'a5', 'a7', 'a9', 'a0', 'a2', 'a4', 'a6', 'a8']);
  });
});

describe('classes of change', () => {
  it('have round borders that one outlier does not set', () => expect(changeBorders([...Array.from({ length: 30 }, (_, i) => i), 5000])).toEqual([4, 10, 20]));
  it('never fall below one report', () => expect(changeBorders([])).toEqual([1, 2.5, 5]));
  it('are seven, borders inside the stronger class', () =>
    expect([-8, -4, -1, -0.9, 0, 1, 3.9, 4, 8].map((d) => changeToken(d, [1, 4, 8]))).toEqual(['fall-3', 'fall-2', 'fall-1', 'chg-0', 'chg-0', 'rise-1', 'rise-1', 'rise-2', 'rise-3']));
  it('the scale of the bars ends at a round number', () => expect(scaleEnd([mover('a', 20, 34, 10, 45)])).toBe(30));
  it('a quantile is one of the values', () => expect([quantile([3, 1, 2], 0.9), quantile([], 0.5), quantile([5, 1], 0.5)]).toEqual([3, 0, 1]));
});

describe('ISO weeks', () => {
  it.each([['2024-W01', '2024-01-01'], ['2020-W53', '2020-12-28'], ['2021-W01', '2021-01-04'], ['2026-W09', '2026-02-23']])('%s begins on %s', (week, day) => expect(toIso(mondayOfWeek(week))).toBe(day));
  it('become a row an area; weeks outside and reports in no area are left out', () => {
    const first = toDay('2024-01-01');
    const rows = [['a', '2024-W02', 5], ['a', '2023-W52', 9], ['a', '2024-W04', 7], [null, '2024-W01', 3], ['b', '2024-W01', 1]].map(([area, week, n]) => ({ keys: [area, week] as (string | null)[], incidents: n as number }));
    expect([...weeksByArea(rows, first, 3)]).toEqual([['a', [0, 5, 0]], ['b', [1, 0, 0]]]);
  });
});
