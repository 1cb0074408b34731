import { expect, it } from 'vitest';
import { busiest, type StaffingPlan, type StaffingRow } from '../../src/api/useStaffing';
import { alternatives } from '../../src/panels/staffing/EffectTable';
import { columnName, hoursOf, shiftLetters, waitFigure, waitToken, weekOf, worstOf } from '../../src/panels/staffing/week';

const row = (area: string, weekday: StaffingRow['weekday'], shift: string, over: Partial<StaffingRow> = {}): StaffingRow => ({
  area: { code: area }, weekday, shift, expectedIncidents: 1, loadErlangs: 0.5, units: 1, requiredUnits: 1, meanWaitMinutes: 4, probabilityWithinTarget: 0.9, currentPlan: null, baseline: null, simulated: null, ...over,
});
const shifts = ['Day', 'Night'];

it('adds up a shift over its areas, with waits by calls', () => {
  const week = weekOf([row('a', 'MONDAY', 'Day', { expectedIncidents: 3, units: 1, requiredUnits: 3, meanWaitMinutes: 20 }), row('b', 'MONDAY', 'Day', { units: 2, requiredUnits: 1, meanWaitMinutes: 4 }), row('a', 'SUNDAY', 'Night')], shifts, ['b', 'a', 'none']);
  expect(week.areas.map((a) => [a.code, a.short])).toEqual([['b', 0], ['a', 2]]);
  // Spare units of b do not help a: 2 short. (3·20 + 1·4) / 4 = 16.
  expect(week.columns[0]).toMatchObject({ units: 3, needed: 4, short: 2, expected: 4, wait: 16, overloaded: 0 });
  expect(week.columns[13]).toMatchObject({ weekday: 6, shift: 'Night', units: 1 });
  expect(worstOf(week.columns)!.at).toBe(0);
});

it('leaves waits without bound out of the mean and counts them', () => {
  const week = weekOf([row('a', 'FRIDAY', 'Night', { meanWaitMinutes: null }), row('b', 'FRIDAY', 'Night')], shifts, ['a', 'b']);
  expect(week.columns[9]).toMatchObject({ wait: 4, overloaded: 1 });
  expect(weekOf([row('a', 'FRIDAY', 'Night', { meanWaitMinutes: null })], shifts, ['a']).columns[9]!.wait).toBeNull();
});

it('has no worst shift without shifts', () => expect(worstOf([])).toBeUndefined());

it('needs as many units as the busiest shift', () => {
  expect(busiest([row('a', 'MONDAY', 'Day', { requiredUnits: 2 }), row('b', 'MONDAY', 'Day', { requiredUnits: 3 }), row('a', 'MONDAY', 'Night', { requiredUnits: 4 })], shifts)).toBe(5);
  expect(busiest([], shifts)).toBe(1);
});

it('shades waits at 5, 10, 15 and 30 minutes, and those without bound like the longest', () => {
  expect([0, 4.99, 5, 10, 15, 29.9, 30, null].map(waitToken)).toEqual([1, 1, 2, 4, 5, 5, 6, 6]);
});

it('writes waits with what is known of their bound', () => {
  expect([[3.42, 0], [12.4, 0], [12.4, 1], [240, 2], [null, 3]].map(([wait, overloaded]) => waitFigure({ wait: wait!, overloaded: overloaded! }))).toEqual(['3.4', '12', '>12', '>99', '>99']);
});

it('names shifts, hours and letters', () => {
  expect(columnName({ weekday: 4, shift: 'Evening' })).toBe('Friday evening');
  expect(hoursOf({ startHour: 23, hours: 8 })).toBe('23–07');
  expect(shiftLetters(['Day', 'Evening'])).toEqual(['D', 'E']);
  expect(shiftLetters(['Early', 'Evening'])).toEqual(['1', '2']);
});

it('sets ten per cent fewer and more beside the plan', () => {
  const figure = (units: number) => ({ units, unmet: 0, meanWaitMinutes: 1, probabilityWithinTarget: 1, overloadedShare: 0, shiftsOnTarget: 21, shifts: 21 });
  const plan = { figures: figure(40), curve: [20, 34, 36, 38, 40, 42, 44, 60].map(figure), comparison: null, baseline: null } as unknown as StaffingPlan;
  expect(alternatives(plan, 40).map((a) => [a.name, a.note])).toEqual([['36', '10 % fewer'], ['40', 'this plan'], ['44', '10 % more']]);
  expect(alternatives({ ...plan, curve: [] }, 40).map((a) => a.name)).toEqual(['40']);
});
