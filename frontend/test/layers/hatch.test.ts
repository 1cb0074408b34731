import { expect, it } from 'vitest';
import { hatches, hatchName, rgba } from '../../src/layers/hatch';

const palette = (token: string) => (token === 'hatch' ? 'rgb(20 24 27 / .62)' : '#ffffffbf');

it('reads colours as tokens write them and as minifiers do', () => {
  expect(rgba('rgb(20 24 27 / .62)')).toEqual([20, 24, 27, 0.62]);
  expect(rgba('#14181b80')).toEqual([20, 24, 27, 128 / 255]);
  expect(rgba('#fff8')).toEqual([255, 255, 255, 136 / 255]);
  expect(() => rgba('plum')).toThrow('A hatch colour must read rgb(r g b / a) or #rrggbbaa, got "plum".');
});

it('repeats without a seam: the line leaves one tile where it enters the next', () => {
  for (const { width: n, data } of hatches(palette).values()) {
    const alpha = (x: number, y: number) => data[((y % n) * n + (x % n)) * 4 + 3]!;
    for (let i = 0; i < n; i++) expect(alpha(i + 1, n - 1)).toBe(alpha(i, n));
  }
});

it('leaves most of the fill free, less so in the narrow one', () => {
  const cover = (name: string) => {
    const { data } = hatches(palette).get(name)!;
    return data.filter((_, i) => i % 4 === 3).reduce((sum, a) => sum + a, 0) / (data.length / 4) / 255;
  };
  const [wide, narrow] = [cover(hatchName(false, false)), cover(hatchName(true, false))];
  expect(wide).toBeGreaterThan(0.05);
  expect(narrow).toBeGreaterThan(wide);
  expect(narrow).toBeLessThan(0.4);
});
