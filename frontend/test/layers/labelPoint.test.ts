import { expect, it } from 'vitest';
import { labelPoint } from '../../src/layers/labelPoint';

const ring = (...points: [number, number][]) => [...points, points[0]!];

it('is the middle of a square', () => {
  const [x, y] = labelPoint([[ring([0, 0], [2, 0], [2, 2], [0, 2])]])!;
  expect(x).toBeCloseTo(1, 1);
  expect(y).toBeCloseTo(1, 1);
});

it('lies inside a horseshoe, whose centroid does not', () => {
  const shoe = ring([0, 0], [6, 0], [6, 6], [4, 6], [4, 2], [2, 2], [2, 6], [0, 6]);
  const [x, y] = labelPoint([[shoe]])!;
  expect(x > 2 && x < 4 && y > 2).toBe(false);
});

it('keeps out of holes', () => {
  const [x, y] = labelPoint([[ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([1, 1], [1, 3], [3, 3], [3, 1])]])!;
  expect(x > 1 && x < 3 && y > 1 && y < 3).toBe(false);
});

it('takes the largest of several parts', () => {
  const [x] = labelPoint([[ring([0, 0], [1, 0], [1, 1], [0, 1])], [ring([10, 0], [15, 0], [15, 5], [10, 5])]])!;
  expect(x).toBeGreaterThan(10);
});

it('is nothing for no polygon and for a line', () => {
  expect(labelPoint([])).toBeNull();
  expect(labelPoint([[[[0, 0], [1, 1], [0, 0]]]])).toBeNull();
});
