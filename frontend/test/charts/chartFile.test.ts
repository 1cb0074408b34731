import { describe, expect, it } from 'vitest';
import { csvOf, fileName, footLines, svgOf } from '../../src/charts/chartFile';
import { forecastTable } from '../../src/charts/ForecastChart';
import { heatTable } from '../../src/charts/HeatMap';
import { dateTicks } from '../../src/charts/dateTicks';
import { toDay } from '../../src/state/days';

const source = { code: 'sample', place: 'Port Meridian', synthetic: true, offences: 'Burglary', dataVersion: '16.e3b786' };
const about = { title: 'Foundry <by> month', unit: 'reported incidents a month', period: '1 Jan 2020 – 30 Nov 2025', n: '6,123 reports' };
const drawing = { body: '<path d="M0 0H10"/>', width: 400, height: 100, ground: '#ffffff', ink: '#000000', quiet: '#444444' };

describe('a chart’s picture', () => {
  const svg = svgOf(about, source, drawing, '2026-11-20');
  const words = svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it.each(['Foundry &lt;by&gt; month', 'reported incidents a month, 1 Jan 2020 – 30 Nov 2025', 'Port Meridian (made-up data); Burglary; n = 6,123 reports', 'Data version 16.e3b786', 'made 20 Nov 2026', 'Reported incidents'])(
    'says %s', (part) => expect(words).toContain(part));
  it('holds the drawing inside its margins', () => {
    expect(svg).toContain(drawing.body);
    const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)!;
    expect(Number(width)).toBe(432);
    expect(Number(height)).toBeGreaterThan(180);
  });
  it('breaks lines that a narrow drawing has no room for', () => {
    const narrow = svgOf({ ...about, period: 'a period with many words that go on and on' }, source, { ...drawing, width: 120 }, '2026-11-20');
    expect(narrow.match(/<text /g)!.length).toBeGreaterThan(svg.match(/<text /g)!.length);
  });
  it('says all offences where none is filtered and no n where nothing is counted', () =>
    expect(footLines({ ...about, n: null }, { ...source, synthetic: false, offences: 'All' }, '2026-11-20')[0]).toBe('Port Meridian; all offences'));
});

it('a file is named after its place and title', () => expect(fileName(source, 'Foundry: Überblick, by month')).toBe('sample-foundry-uberblick-by-month'));

it('a table becomes CSV with empty cells for what is missing', () =>
  expect(csvOf({ columns: ['month', 'reports'], rows: [['2024-01', 5], ['a, "b"', null]] })).toBe('month,reports\r\n2024-01,5\r\n"a, ""b""",\r\n'));

it('a forecast’s table joins history and forecast, tenths for bands', () => {
  const [day, next] = [toDay('2024-03-01'), toDay('2024-03-02')];
  const table = forecastTable({
    history: [{ day, value: 4 }], reference: [{ day, value: 3 }],
    forecast: [{ day: next, median: 4.25, bands: [{ level: 95, lower: 0, upper: 9.04 }, { level: 80, lower: 1, upper: 7 }] }],
  });
  expect(table.columns).toEqual(['start', 'reported', 'year before', 'expected', 'lower 80', 'upper 80', 'lower 95', 'upper 95']);
  expect(table.rows).toEqual([['2024-03-01', 4, 3, null, null, null, null, null], ['2024-03-02', null, null, 4.3, 1, 7, 0, 9]]);
});

it('a heat map’s table has an hour a row and a weekday a column', () => {
  const counts = Array.from({ length: 168 }, (_, i) => i);
  const { columns, rows } = heatTable(counts);
  expect(columns).toEqual(['hour', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  expect(rows).toHaveLength(24);
  expect(rows[3]).toEqual(['03:00', 3, 27, 51, 75, 99, 123, 147]);
});

describe('date ticks', () => {
  const words = (from: string, to: string, width: number) => dateTicks(toDay(from), toDay(to), width).map((t) => t.words);
  it('are months where they fit', () => expect(words('2024-03-10', '2024-06-20', 350)).toEqual(['Apr', 'May', 'Jun']));
  it('are quarters, with the year in January, where months do not fit', () => expect(words('2023-06-15', '2024-08-10', 250)).toEqual(['Jul', 'Oct', '2024', 'Apr', 'Jul']));
  it('are years over a long span', () => expect(words('2019-05-01', '2026-01-01', 300)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026'].filter((_, i) => i % 2 === 0)));
});
