import { describe, expect, it } from 'vitest';
import type { Parts } from '../../src/api/useTrends';
import { stripsOf, weekOf } from '../../src/panels/trends/strips';
import { toDay, toIso } from '../../src/state/days';

const point = (start: string, seasonals: number[]) => ({ start, observed: 10, trend: 8, seasonal: seasonals.reduce((a, b) => a + b, 0), remainder: 1, seasonals });
const parts = (more: Partial<Parts>): Parts => ({ run: {} as Parts['run'], method: 'STL', seasonalStrength: 0.5, trendStrength: 0.5, seasons: [{ steps: 12, strength: 0.5 }], points: [], ...more });

describe('strips of a decomposition', () => {
  it('are the months as they are', () => {
    const { days, strips } = stripsOf(parts({ points: [point('2024-01-01', [1]), point('2024-02-01', [-3])] }));
    expect(days.map(toIso)).toEqual(['2024-01-01', '2024-02-01']);
    expect(strips.map((s) => [s.name, s.values])).toEqual([['Reported', [10, 10]], ['Trend', [8, 8]], ['Season', [1, -3]], ['Remainder', [1, 1]]]);
    expect(strips[2]!.extent).toEqual([-3, 3]);
  });
  it('of factors lie about one', () => {
    const { strips } = stripsOf(parts({ method: 'MULTIPLICATIVE', points: [point('2024-01-01', [1.2]), point('2024-02-01', [0.9])] }));
    expect(strips[2]).toMatchObject({ name: 'Season, factor', extent: [0.8, 1.2] });
    expect(strips[2]!.words!(1.2)).toBe('1.20 times the trend');
  });
  it('of days are weekly means, with the week by itself', () => {
    const monday = toDay('2024-01-01');
    const several = parts({ seasons: [{ steps: 7, strength: 0.4 }, { steps: 365, strength: 0.6 }], points: Array.from({ length: 21 }, (_, i) => point(toIso(monday + i), [i % 7, 5])) });
    const { days, strips } = stripsOf(several);
    expect(days.map(toIso)).toEqual(['2024-01-01', '2024-01-08', '2024-01-15']);
    expect(strips.map((s) => s.name)).toEqual(['Reported', 'Trend', 'Season of the year', 'Remainder']);
    expect(strips[2]!.values).toEqual([5, 5, 5]);
    expect(weekOf(several)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
  it('have no week where the method has none', () => expect(weekOf(parts({}))).toBeNull());
});
