import { expect, it } from 'vitest';
import { readPlan } from '../../src/panels/staffing/planCsv';

const areas = [{ code: 'P01', name: 'Northgate' }, { code: 'P02', name: 'Old Town, East' }];
const shifts = ['Day', 'Night'];
const errors = (text: string) => readPlan(text, areas, shifts).errors;

it('reads areas by code or name, weekdays in short or full, in any order of columns and either line end', () => {
  const { rows, errors: none } = readPlan('\uFEFFUnits,Shift,Weekday,Area\r\n3,day,Mon,p01\r\n0,NIGHT,sunday,"Old Town, East"\n\n', areas, shifts);
  expect(none).toEqual([]);
  expect(rows).toEqual([{ area: 'P01', weekday: 'MONDAY', shift: 'Day', units: 3 }, { area: 'P02', weekday: 'SUNDAY', shift: 'Night', units: 0 }]);
});

it('names row and column of all that is wrong, and gives no rows then', () => {
  const found = readPlan('area,weekday,shift,units\nP01,Mon,Day,2\nP09,Mon,Day,2\nP01,Moonday,Late,-1\n', areas, shifts);
  expect(found.rows).toEqual([]);
  expect(found.errors).toEqual([
    'Row 3, area: there is no area “P09”.',
    'Row 4, weekday: “Moonday” is not a weekday (Monday … Sunday).',
    'Row 4, shift: there is no shift “Late”; there are: Day, Night.',
    'Row 4, units: “-1” is not a whole number from 0 to 63.',
  ]);
});

it.each([['2.5', false], ['1e3', false], ['64', false], ['', false], ['63', true]])('takes %s units: %s', (units, usable) => {
  expect(errors(`area,weekday,shift,units\nP01,Mon,Day,${units}\n`).length === 0).toBe(usable);
});

it('says which row a cell of the roster already stands in', () => {
  expect(errors('area,weekday,shift,units\nP01,Mon,Day,2\nNorthgate,monday,Day,1\n')).toEqual(['Row 3: Northgate, monday, Day stands in row 2 already.']);
});

it('says what the head lacks, and that a file is empty', () => {
  expect(errors('area,day,shift\nP01,Mon,Day\n')).toEqual(['Row 1: the head must name area, weekday, shift and units; missing: weekday, units.']);
  expect(errors('')).toEqual(['The file is empty.']);
  expect(errors('area,weekday,shift,units\n')).toEqual(['The file has a head and no rows.']);
});
