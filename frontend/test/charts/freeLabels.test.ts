import { expect, it } from 'vitest';
import { freeLabels } from '../../src/charts/freeLabels';

const at = (text: string, x: number, y: number) => ({ text, x, y });
const texts = (...labels: ReturnType<typeof at>[]) => freeLabels(labels).map((l) => l.text);

it('keeps the earlier of two labels that would cover each other', () => {
  expect(texts(at('#1', 50, 50), at('#2', 60, 55), at('#3', 50, 70))).toEqual(['#1', '#3']);
});

it('lets labels touch side by side and above each other', () => {
  expect(texts(at('#1', 50, 50), at('#2', 64, 50), at('#3', 50, 62))).toEqual(['#1', '#2', '#3']);
});

it('measures longer labels wider', () => {
  expect(texts(at('#1', 50, 50), at('#10', 66, 50))).toEqual(['#1']);
});

it('has nothing to say about no labels', () => {
  expect(freeLabels([])).toEqual([]);
});
