import { expect, it } from 'vitest';
import { search } from '../../src/panels/bar/AreaSearch';

const areas = ['Five Points', 'South Park Hill', 'Park Hill', 'Sparkle', 'Montréal'].map((name) => ({ code: name, name }));
const names = (text: string) => search(areas, text).map((a) => a.name);

it('puts names that begin with the text first, then words, then the rest', () => {
  expect(names('park')).toEqual(['Park Hill', 'South Park Hill', 'Sparkle']);
});

it('ignores case, accents and blanks at the ends', () => {
  expect(names(' MONTREAL ')).toEqual(['Montréal']);
});

it('finds nothing for nothing', () => {
  expect(names('')).toEqual([]);
  expect(names('xyz')).toEqual([]);
});
