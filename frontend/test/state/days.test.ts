import { describe, expect, it } from 'vitest';
import { dayInWords, mondayOf, toDay, toIso, yearBefore } from '../../src/state/days';

describe('days', () => {
  it('count from 1970-01-01', () => {
    expect(toDay('1970-01-01')).toBe(0);
    expect(toDay('2024-03-01') - toDay('2024-02-28')).toBe(2);
    expect(toIso(toDay('2024-10-20'))).toBe('2024-10-20');
  });

  it('read an instant by its own calendar date', () => {
    expect(toIso(toDay('2024-10-20T23:30:00-06:00'))).toBe('2024-10-20');
  });

  it('find the Monday of every day of a week', () => {
    const monday = toDay('2024-10-21');
    for (let i = 0; i < 7; i++) expect(mondayOf(monday + i)).toBe(monday);
    expect(mondayOf(toDay('1969-12-31'))).toBe(toDay('1969-12-29'));
  });

  it('step back a year over 29 February', () => {
    expect(toIso(yearBefore(toDay('2024-02-29')))).toBe('2023-02-28');
    expect(toIso(yearBefore(toDay('2024-03-01')))).toBe('2023-03-01');
  });

  it('are NaN for what is no date', () => {
    expect(toDay('soon')).toBeNaN();
  });

  it('read as day, month, year', () => {
    expect(dayInWords(toDay('2024-07-29'))).toBe('29 Jul 2024');
    expect(dayInWords(toDay('2024-07-29'), false)).toBe('29 Jul');
  });
});
