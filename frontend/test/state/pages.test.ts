import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/state/csv';
import { planOf, planText } from '../../src/state/postedPlan';
import { shares } from '../../src/state/riskView';
import { formatView, parseView } from '../../src/state/view';

const parse = (address: string) => {
  const url = new URL(address, 'http://map');
  return parseView(url.pathname, url.search);
};

describe('addresses of the pages', () => {
  it.each([
    '/risk?j=sample&area=precinct:P15&horizon=90&weights=0.9,0.3,0,0.1&per=km2&sev=1&asof=2025-03-01&guard=0.25',
    '/staffing?j=sample&units=40&wait=8&service=60&relief=1.7&officers=0.5&pct=95&start=2026-01-05&shifts=Early@6-8,Late@14-10&column=9&change=20:burglary:,-10::P01&event=City%20fair:2026-01-10:2:35:P02',
    '/briefing?j=denver&units=110',
    '/forecasts?j=denver&by=month&ahead=180&vs=before&model=ETS',
  ])('%s survives the round trip', (address) => expect(formatView(parse(address))).toBe(address));

  it('of defaults write nothing', () => {
    expect(formatView(parse('/risk'))).toBe('/risk');
    expect(formatView(parse('/staffing'))).toBe('/staffing');
  });

  it.each(['weights=1,2,3', 'weights=1,1,1,7', 'weights=,,,', 'per=acre', 'asof=soon', 'guard=2', 'guard='])('of a ranking ignore %s', (query) => expect(parse(`/risk?${query}`).risk).toEqual(parse('/risk').risk));

  it.each(['units=0', 'units=2.5', 'units=x', 'pct=100', 'relief=0', 'start=2026-13-40', 'shifts=Day', 'shifts=Day@24-8', 'shifts=Day@7-0', 'column=21', 'change=a:b', 'change=-200', 'event=x', 'event=x:2026-01-01:0:5'])(
    'of a plan ignore %s', (query) => expect(parse(`/staffing?${query}`).staffing).toEqual(parse('/staffing').staffing));

  it.each(['by=year', 'ahead=5', 'by=month&ahead=14', 'ahead='])('of a forecast ignore %s', (query) => expect(parse(`/forecasts?${query}`).forecast.ahead).toBe(28));

  it('keep the names of shifts and events free of what parts an address', () => {
    const view = parse('/staffing');
    const staffing = { ...view.staffing, shifts: [{ name: 'A:1,b@2', startHour: 0, hours: 24 }], events: [{ name: 'Fair, day: 1', from: '2026-01-01', days: 1, percent: 5, area: null }] };
    expect(parse(formatView({ ...view, staffing })).staffing).toMatchObject({ shifts: [{ name: 'A 1 b 2', startHour: 0, hours: 24 }], events: [{ name: 'Fair  day  1', percent: 5 }] });
  });
});

it('shares of weights sum to one, and there are none of zeros', () => {
  expect(shares({ volume: 1, momentum: 0.6, hotspot: 0.2, severity: 0.2 })).toEqual({ volume: 0.5, momentum: 0.3, hotspot: 0.1, severity: 0.1 });
  expect(shares({ volume: 0, momentum: 0, hotspot: 0, severity: 0 })).toBeNull();
});

describe('a plan in an address', () => {
  const rows = [{ area: 'P01', weekday: 'MONDAY', shift: 'Day', units: 3 }, { area: 'P01', weekday: 'SUNDAY', shift: 'Night', units: 63 }, { area: 'five-points', weekday: 'FRIDAY', shift: 'Day', units: 0 }] as const;
  it('survives the round trip, with the cells that it leaves out', () => {
    const text = planText(rows, ['Day', 'Night']);
    expect(text).toBe('P01:3............_,five-points:........0.....');
    expect(planOf(text, ['Day', 'Night'])).toEqual(rows);
  });
  it.each(['P01:3', 'P01:3..........', ':3............_', 'P01:3...........!_', '', 'P01:..............'])('is none where the text %s does not fit', (text) => expect(planOf(text, ['Day', 'Night'])).toBeNull());
});

describe('csv', () => {
  it('survives the round trip with commas, quotes and line ends', () => {
    const rows = [['a', 'b,c'], ['say "x"', 'two\nlines'], ['1', '']];
    expect(readCsv(writeCsv(rows)).map((r) => r.cells)).toEqual(rows);
  });
  it('counts lines as an editor does', () => expect(readCsv('h\n\n"a\nb"\nc').map((r) => r.line)).toEqual([1, 3, 5]));
  it('writes nothing that a spreadsheet would run', () => expect(writeCsv([['=1+1', -2, null]])).toBe("'=1+1,-2,\r\n"));
});
