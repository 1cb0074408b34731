import { expect, it } from 'vitest';
import { areaGuess } from '../../src/state/areaGuess';
import { changedCategories, wrongCategory } from '../../src/state/categoryDraft';
import { civilInWords } from '../../src/state/civil';
import { columnNote } from '../../src/state/columnNote';
import { importFigures, parameter } from '../../src/state/importResult';
import { frameOf, meridians } from '../../src/state/pointFrame';
import { formatView, parseView } from '../../src/state/view';

const trial = {
  rows: 100, whole: true, accepted: 90, repeats: 0, located: 80, from: null, to: null, points: [], analysisCrs: null, timeZone: null, advice: [], categories: [],
  reasons: [{ reason: 'no-date', sentence: '', rows: 7, firstRow: 1, example: '' }, { reason: 'no-category', sentence: '', rows: 3, firstRow: 2, example: '' }],
  notes: [{ note: 'sentinel-position', rows: 4 }],
};
const column = { name: 'c', role: null, areaKind: null, examples: [], filled: 1, distinct: 1 };

it('says at each column what its rows lack', () => {
  expect(columnNote('OCCURRED', column, trial)).toEqual({ words: '7 have no date', warn: true });
  expect(columnNote('CATEGORY', column, trial)?.words).toBe('3 name no offence');
  expect(columnNote('X', column, trial)?.words).toBe('4 mean “unknown”; 6 empty: counted, not drawn');
  expect(columnNote('ID', { ...column, role: 'ID' }, trial)).toEqual({ words: 'guessed, all rows fit', warn: false });
  expect(columnNote(null, column, trial)).toBeNull();
});

it('keeps a city in view though one point lies on null island', () => {
  const points = [...Array.from({ length: 200 }, (_, i) => [-105 + i / 2000, 39.7 + i / 4000]), [0, 0]];
  const frame = frameOf(points, [], 300, 300)!;
  expect(frame.east).toBeLessThan(-104);
  const { x, y } = frame.place(-104.95, 39.725);
  expect(Math.abs(x - 150)).toBeLessThan(2);
  expect(Math.abs(y - 150)).toBeLessThan(2);
});

it('frames a single point, and nothing where there is none', () => {
  expect(frameOf([[16.4, 48.2]], [], 200, 200)!.place(16.4, 48.2)).toEqual({ x: 100, y: 100 });
  expect(frameOf([], [], 200, 200)).toBeNull();
});

it('draws few round degrees', () => {
  expect(meridians(-105.13, -104.61)).toEqual([-105, -104.8]);
  expect(meridians(-0.0012, 0.0011)).toEqual([-0.001, 0, 0.001]);
});

it('finds code, name and residents among the properties of boundaries', () => {
  const c = (name: string, distinct: number, example: string) => ({ name, distinct, filled: 1, examples: [example] });
  expect(areaGuess([c('OBJECTID', 9, '1'), c('nbhd_id', 9, '2'), c('nbhd_name', 9, 'Elm'), c('pop2020', 8, '120')], 9)).toEqual({ code: 'nbhd_id', name: 'nbhd_name', population: 'pop2020' });
  expect(areaGuess([], 0)).toEqual({ code: '', name: '', population: '' });
});

it('sends changed categories alone, and says what is wrong with a draft', () => {
  const all = [{ code: 'a', label: 'A', group: 'order', severity: 2 }, { code: 'b', label: 'B', group: 'order', severity: 3 }];
  expect(changedCategories(all, { a: { label: 'A', group: 'order', severity: '2' }, b: { label: 'Bee ', group: 'order', severity: '3,5' } })).toEqual([{ code: 'b', label: 'Bee', group: 'order', severity: 3.5 }]);
  expect(wrongCategory({ label: 'A', group: 'order', severity: '100' })).toBeNull();
  for (const severity of ['', '0.9', '101', 'much']) expect(wrongCategory({ label: 'A', group: 'order', severity })).toBe('severity is a number in 1–100');
  expect(wrongCategory({ label: ' ', group: 'order', severity: '1' })).toBe('needs a label');
  expect(wrongCategory({ label: 'A', group: 'Big Group', severity: '1' })).toContain('lower-case');
});

it('reads a run’s figures, or none', () => {
  expect(importFigures({ batch: 3, rows: { read: 9, accepted: 8 } })).toMatchObject({ batch: 3, read: 9, accepted: 8, quarantined: 0 });
  for (const nothing of [null, undefined, 4, {}]) expect(importFigures(nothing)).toBeNull();
  expect(parameter({ file: 'a.csv' }, 'file')).toBe('a.csv');
  expect(parameter(null, 'file')).toBe('');
});

it('says civil times in words', () => {
  expect(civilInWords('2016-06-15T23:31')).toBe('15 Jun 2016, 23:31');
  expect(civilInWords('2016-06-15T00:00')).toBe('15 Jun 2016');
});

it('keeps the import in the address of the page of data alone', () => {
  const view = parseView('/data', '?import=new&j=denver');
  expect(view.importing).toBe('new');
  expect(formatView(view)).toContain('import=new');
  expect(formatView({ ...view, page: 'map' })).not.toContain('import');
});
