import { describe, expect, it } from 'vitest';
import { exactPoissonTest } from '../../src/charts/exactTest';

describe('exact Poisson test', () => {
  it('is the doubled binomial tail, by hand', () => {
    // 9 of 10 heads: P(X ≥ 9) = 11/1024.
    expect(exactPoissonTest(9, 1)).toBeCloseTo(22 / 1024, 12);
    // 3 against 0 in equal times: 2/8.
    expect(exactPoissonTest(3, 0)).toBeCloseTo(0.25, 12);
  });

  it('does not depend on which period comes first', () => {
    for (const [a, b] of [[102, 73], [7, 19], [0, 5]] as const) expect(exactPoissonTest(a, b)).toBeCloseTo(exactPoissonTest(b, a), 10);
  });

  it('is 1 for equal counts and for two zeros', () => {
    expect(exactPoissonTest(40, 40)).toBe(1);
    expect(exactPoissonTest(0, 0)).toBe(1);
  });

  it('falls as the counts part', () => {
    const p = [50, 60, 70, 80].map((n) => exactPoissonTest(n, 50));
    expect(p).toEqual([...p].sort((x, y) => y - x));
  });

  it('knows that a longer period holds more', () => {
    expect(exactPoissonTest(366, 365, 366, 365)).toBeGreaterThan(0.97);
    expect(exactPoissonTest(200, 100, 2, 1)).toBeGreaterThan(0.9);
  });

  it('agrees with the normal approximation for large counts', () => {
    // z = 600 / √99,400 = 1.903, two-sided p = 0.0570; the discrete tail adds less than 0.001.
    expect(exactPoissonTest(50_000, 49_400)).toBeCloseTo(0.057, 2);
  });

  it('refuses what is no count and no exposure', () => {
    expect(() => exactPoissonTest(-1, 2)).toThrow('Counts must be whole and not negative, got -1 and 2.');
    expect(() => exactPoissonTest(1, 2, 0, 1)).toThrow('Exposures must be positive, got 0 and 1.');
  });
});
