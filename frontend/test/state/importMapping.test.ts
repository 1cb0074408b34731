import { expect, it } from 'vitest';
import { columnOf, firstSetup, importInput, missing, slug, sourceOf, withUse, type Preview } from '../../src/state/importMapping';

const column = (name: string, role: Preview['columns'][number]['role'], example: string) => ({ name, role, areaKind: role === 'AREA' ? 'beat' : null, examples: [example], filled: 1, distinct: 9 });

const preview = (over: Partial<Preview> = {}): Preview => ({
  id: 'f1', name: 'Vorfälle_2024-03.csv', bytes: 10, format: 'CSV', gzip: false, delimiter: ';', encoding: 'windows-1252', crs: null, rows: [], rowsLookedAt: 9, whole: true, broken: null, profiles: [],
  columns: [column('Wann', 'OCCURRED', '3.4.2024'), column('Was', 'CATEGORY', 'Raub'), column('Br', 'Y', '48,2'), column('La', 'X', '16,3'), column('Revier', 'AREA', 'B1'), column('Notiz', null, 'x')],
  dates: { formats: ['d/M/yyyy'], turned: ['M/d/yyyy'], ambiguous: true, mixed: false, example: '3/4/2024', reading: '2024-04-03T00:00', turnedReading: '2024-03-04T00:00' },
  ...over,
});
const known = [{ code: 'vienna', timeZone: 'Europe/Vienna', synthetic: false }, { code: 'sample', timeZone: 'Etc/UTC', synthetic: true }];
const setup = (p = preview()) => firstSetup(p, known, 'sample', 'America/Denver');

it('makes an input of the guesses: formats, encoding, areas and a new jurisdiction', () => {
  expect(importInput(preview(), setup())).toEqual({
    upload: 'f1', jurisdiction: 'vorfälle', name: 'Vorfälle', timeZone: 'America/Denver', source: 'vorfälle',
    mapping: {
      occurred: 'Wann', time: null, to: null, reported: null, category: 'Was', constant: null, x: 'La', y: 'Br', crs: 'EPSG:4326', id: null, number: null,
      formats: ['d/M/yyyy'], encoding: 'windows-1252', areas: [{ kind: 'beat', column: 'Revier' }], keep: [],
    },
  });
});

it('never puts real rows into made-up data by itself, but into the city that is shown', () => {
  expect(setup().isNew).toBe(true);
  const s = firstSetup(preview(), known, 'vienna', 'America/Denver');
  expect([s.isNew, s.jurisdiction, s.timeZone]).toEqual([false, 'vienna', 'Europe/Vienna']);
});

it('turns day and month when the user says so', () => {
  expect(importInput(preview(), { ...setup(), turned: true })?.mapping?.formats).toEqual(['M/d/yyyy']);
});

it('uses a recognised profile as it is', () => {
  const p = preview({ profiles: [{ code: 'denver', title: 'Denver', publisher: null, jurisdiction: 'denver', jurisdictionName: 'Denver', timeZone: 'America/Denver' }] });
  expect(importInput(p, firstSetup(p, known, 'sample', 'UTC'))).toEqual({ upload: 'f1', jurisdiction: 'denver', name: 'Denver', timeZone: 'America/Denver', profile: 'denver' });
});

it('gives a role to one column alone, areas and kept columns to several', () => {
  const s = setup();
  const moved = withUse(s.uses, 'Notiz', { role: 'CATEGORY' });
  expect([columnOf(moved, 'CATEGORY'), moved['Was']!.role]).toEqual(['Notiz', null]);
  const areas = withUse(s.uses, 'Notiz', { role: 'AREA', kind: 'ward' });
  expect([areas['Revier']!.role, areas['Notiz']!.role]).toEqual(['AREA', 'AREA']);
});

it('says what is missing, and asks nothing of the server meanwhile', () => {
  const bare = { ...setup(), uses: {}, jurisdiction: 'Not a code', timeZone: '' };
  expect(missing(bare)).toHaveLength(4);
  expect(importInput(preview(), bare)).toBeNull();
  expect(missing({ ...setup(), crs: '' })).toEqual(['the CRS of the position, such as EPSG:4326']);
  expect(missing({ ...setup(), uses: withUse(setup().uses, 'Br', { role: null }) })).toEqual(['both columns of the position, or neither']);
});

it('asks for the CRS where the position is in no degrees', () => {
  const feet = preview({ columns: [column('when', 'OCCURRED', '2024-03-01'), column('what', 'CATEGORY', 'theft'), column('x', 'X', '3144000'), column('y', 'Y', '1694000')] });
  expect(firstSetup(feet, known, null, 'UTC').crs).toBe('');
});

it.each([['Crime_Export_2024-03.csv.gz', 'crime-export'], ['2024.csv', '2024'], ['.csv', 'mapped']])('names the data set of %s %s', (file, source) => expect(sourceOf(file)).toBe(source));

it('makes codes of names', () => expect(slug(' St. Paul, MN ')).toBe('st-paul-mn'));
