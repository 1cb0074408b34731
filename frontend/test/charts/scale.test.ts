import { expect, it } from 'vitest';
import { countTicks, linear, rampClass } from '../../src/charts/scale';

it('starts count axes at zero with whole, round steps', () => {
  expect(countTicks(620, 3)).toEqual([0, 500]);
  expect(countTicks(4_200, 2)).toEqual([0, 2_000, 4_000]);
  expect(countTicks(30, 3)).toEqual([0, 10, 20, 30]);
  expect(countTicks(2, 5)).toEqual([0, 1, 2]);
  expect(countTicks(0, 3)).toEqual([0]);
  expect(countTicks(NaN, 3)).toEqual([0]);
});

it('maps a straight line, and a point domain to its start', () => {
  expect(linear(0, 10, 100, 200)(5)).toBe(150);
  expect(linear(3, 3, 7, 9)(3)).toBe(7);
});

it('puts the largest count in the strongest class and none in no class', () => {
  expect([0, 1, 50, 100].map((n) => rampClass(n, 100))).toEqual([0, 1, 4, 8]);
  expect(rampClass(5, 0)).toBe(0);
});
