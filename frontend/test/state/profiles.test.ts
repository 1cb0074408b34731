import { describe, expect, it } from 'vitest';
import { dailySeries } from '../../src/state/dailySeries';
import { toDay, toIso } from '../../src/state/days';
import { percentChange } from '../../src/state/figures';
import { monthlyByArea } from '../../src/state/monthly';
import { byYear, coverageByYear, peakHours, weekColumn, weekProfile, yearProfile } from '../../src/state/profiles';
import { monthDays, stepInWords } from '../../src/state/steps';

const spanOf = (from: string, to: string, completeThrough: string) => ({ from: toDay(from), to: toDay(to), completeThrough: toDay(completeThrough) });
const seriesOf = (span: ReturnType<typeof spanOf>, reports: (day: number) => number) =>
  dailySeries(Array.from({ length: span.to - span.from }, (_, i) => ({ keys: [toIso(span.from + i)], incidents: reports(span.from + i) })), span);

describe('profiles', () => {
  it('of the week are means a day over whole weeks', () => {
    const span = spanOf('2024-01-03', '2024-02-01', '2024-01-31');
    const saturday = toDay('2024-01-06');
    const profile = weekProfile(seriesOf(span, (d) => ((d - saturday) % 7 === 0 ? 9 : 2)), span);
    expect(profile).toEqual([2, 2, 2, 2, 2, 9, 2]);
  });
  it('of the year take whole years alone, so that growth is no season', () => {
    const span = spanOf('2022-07-01', '2025-03-01', '2025-02-20');
    const profile = yearProfile(seriesOf(span, (d) => (toIso(d).startsWith('2025') ? 100 : toIso(d).slice(5, 7) === '07' ? 5 : 1)), span);
    expect(profile).toEqual([1, 1, 1, 1, 1, 1, 5, 1, 1, 1, 1, 1]);
  });
  it('of less than a year know some months only', () => {
    const span = spanOf('2024-02-05', '2024-04-10', '2024-04-05');
    expect(yearProfile(seriesOf(span, () => 3), span)).toEqual([null, 3, 3, 3, ...new Array<null>(8).fill(null)]);
  });
});

it('peak hours are the fullest, earlier first where they are level', () => {
  const counts = new Float64Array(168);
  [counts[24 * 4 + 21], counts[3], counts[24]] = [8, 8, 5];
  expect(peakHours(counts, 4)).toEqual([{ weekday: 0, hour: 3, reports: 8 }, { weekday: 4, hour: 21, reports: 8 }, { weekday: 1, hour: 0, reports: 5 }]);
});

it('months fall into years with gaps where they are not known', () =>
  expect(byYear('2023-11', [1, 2, 3])).toEqual([{ year: 2023, months: [...new Array<null>(10).fill(null), 1, 2] }, { year: 2024, months: [3, ...new Array<null>(11).fill(null)] }]));

it('coverage counts days without a report up to the last complete day', () => {
  const span = spanOf('2023-12-30', '2024-01-10', '2024-01-05');
  const rows = coverageByYear(seriesOf(span, (d) => (d === toDay('2024-01-02') || d > toDay('2024-01-05') ? 0 : 4)), span);
  expect(rows.map(({ year, days, empty, reports }) => ({ year, days, empty, reports }))).toEqual([{ year: 2023, days: 2, empty: 0, reports: 8 }, { year: 2024, days: 5, empty: 1, reports: 16 }]);
});

it('a calendar’s first column ends on the first Sunday', () => expect(['2024-01-07', '2024-01-08', '2023-01-01', '2023-01-02'].map((d) => weekColumn(toDay(d)))).toEqual([0, 1, 0, 1]));

it('months by area leave out reports in no area', () =>
  expect(monthlyByArea([{ keys: ['a', '2024-01'], incidents: 2 }, { keys: [null, '2024-01'], incidents: 9 }], '2024-01', '2024-02')).toEqual([{ area: 'a', counts: [2, 0], total: 2 }]));

it('steps are said by their length', () => {
  const [, february] = monthDays('2024-01', 2);
  expect((['DAY', 'WEEK', 'MONTH'] as const).map((s) => stepInWords(february!, s))).toEqual(['1 Feb 2024', 'Week of 1 Feb 2024', 'Feb 2024']);
});

it('a change too small to show has no sign', () => expect([percentChange(9998, 10_000), percentChange(10_010, 10_000)]).toEqual(['0\u202f%', '+0.1\u202f%']));
