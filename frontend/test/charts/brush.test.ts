import { expect, it } from 'vitest';
import { moved } from '../../src/charts/brush';
import { mondayOf, toDay } from '../../src/state/days';

const span = { from: toDay('2019-01-02'), to: toDay('2024-10-28'), completeThrough: toDay('2024-10-20') };
const start = { from: toDay('2024-07-29'), to: toDay('2024-10-21') };

it('moves the whole window by whole weeks and keeps its length', () => {
  expect(moved(start, 'whole', -10, span)).toEqual({ from: start.from - 7, to: start.to - 7 });
  expect(moved(start, 'whole', -11, span)).toEqual({ from: start.from - 14, to: start.to - 14 });
});

it('stretches by its ends to Mondays', () => {
  const earlier = moved(start, 'from', -100, span);
  expect(earlier.to).toBe(start.to);
  expect(mondayOf(earlier.from)).toBe(earlier.from);
});

it('never turns inside out, gets shorter than a week or leaves the data', () => {
  for (const grip of ['from', 'to', 'whole'] as const)
    for (let by = -4000; by <= 4000; by += 13) {
      const w = moved(start, grip, by, span);
      expect(w.to - w.from).toBeGreaterThanOrEqual(7);
      expect(w.from).toBeGreaterThanOrEqual(span.from);
      expect(w.to).toBeLessThanOrEqual(span.to);
    }
});
