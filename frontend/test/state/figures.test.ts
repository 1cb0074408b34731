import { expect, it } from 'vitest';
import { count, level, measure, metres, percentChange, pValue, range, share } from '../../src/state/figures';

it('writes counts with commas and a true minus', () => {
  expect([count(4143), count(-9), count(0)]).toEqual(['4,143', '−9', '0']);
});

it('gives one decimal under ten and none above', () => {
  expect([measure(4.25), measure(9.96), measure(-26.2)]).toEqual(['4.3', '10', '−26']);
});

it('signs changes and leaves out what has no base', () => {
  expect([percentChange(102, 73), percentChange(74, 100), percentChange(5, 5), percentChange(3, 0)]).toEqual(['+40\u202f%', '−26\u202f%', '0\u202f%', '–']);
});

it('writes shares, levels, lengths, ranges and p values', () => {
  expect([share(0.13), level(80), metres(450), metres(1500), range(77.4, 107.6)]).toEqual(['13\u202f%', '80\u202f%', '450 m', '1.5 km', '77–108']);
  expect([pValue(0.0004), pValue(0.004), pValue(0.031)]).toEqual(['p < 0.001', 'p = 0.004', 'p = 0.03']);
});
