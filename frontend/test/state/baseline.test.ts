import { describe, expect, it } from 'vitest';
import { baselineInWords, baselineWindow, parseBaseline } from '../../src/state/baseline';
import { toDay } from '../../src/state/days';
import { againstOf } from '../../src/state/filter';
import { isoWindow } from '../../src/state/timeWindow';

const w = { from: toDay('2024-07-29'), to: toDay('2024-10-21') };

describe('the window compared with', () => {
  it('last year lies on the same weekdays', () => {
    expect(isoWindow(baselineWindow(w, 'year'))).toEqual({ from: '2023-07-31', to: '2023-10-23' });
    expect(baselineInWords(w, 'year')).toBe('same weeks of 2023');
    expect(baselineInWords({ from: w.from, to: w.from + 10 }, 'year')).toBe('same days of 2023');
  });

  it('before ends where this one begins', () => {
    expect(baselineWindow(w, 'before').to).toBe(w.from);
    expect(baselineInWords(w, 'before')).toBe('12 weeks before');
  });

  it('from any day is as long as this one', () => {
    expect(isoWindow(baselineWindow(w, '2022-01-03'))).toEqual({ from: '2022-01-03', to: '2022-03-28' });
    expect(baselineInWords(w, '2022-01-03')).toBe('12 weeks from 3 Jan 2022');
  });

  it.each([null, '', 'x', '2022-13-45', '22-01-01', 'year'])('is the year before for %s', (text) => expect(parseBaseline(text)).toBe('year'));

  it('reads what an address carries', () => {
    expect(parseBaseline('before')).toBe('before');
    expect(parseBaseline('2022-01-03')).toBe('2022-01-03');
  });

  it('is asked of the API by name where it has one, else by its dates', () => {
    const filter = isoWindow(w);
    expect(againstOf(filter, 'year')).toEqual({ against: 'SAME_WINDOW_LAST_YEAR' });
    expect(againstOf(filter, 'before')).toEqual({ against: 'PREVIOUS_WINDOW' });
    expect(againstOf(filter, '2022-01-03')).toEqual({ baselineFrom: '2022-01-03', baselineTo: '2022-03-28' });
  });
});
