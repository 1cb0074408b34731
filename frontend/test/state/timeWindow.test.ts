import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../../src/state/days';
import { clamp, defaultWindow, lengthInWords, lengthOf, presets, spanOf, windowInWords, windowOf, type DataSpan } from '../../src/state/timeWindow';

const span: DataSpan = { from: toDay('2019-01-02'), to: toDay('2024-10-28'), completeThrough: toDay('2024-10-20') };
const iso = (w: { from: number; to: number }) => [toIso(w.from), toIso(w.to)];

describe('time window', () => {
  it('is at first the last twelve whole weeks whose reports are in', () => {
    expect(iso(defaultWindow(span))).toEqual(['2024-07-29', '2024-10-21']);
  });

  it('says its last day, not the first day after it', () => {
    expect(windowInWords(defaultWindow(span))).toBe('29 Jul – 20 Oct 2024');
    expect(windowInWords(defaultWindow(span), false)).toBe('29 Jul – 20 Oct');
    expect(windowInWords({ from: toDay('2023-12-25'), to: toDay('2024-01-08') }, false)).toBe('25 Dec 2023 – 7 Jan 2024');
    expect(windowInWords({ from: 0, to: 1 })).toBe('1 Jan 1970');
  });

  it('keeps its length when it is moved into the data', () => {
    const before = { from: span.from - 100, to: span.from - 16 };
    expect(clamp(before, span)).toEqual({ from: span.from, to: span.from + 84 });
    expect(lengthOf(clamp({ from: 0, to: 1e6 }, span))).toBe(span.to - span.from);
  });

  it('falls back to the default when the address makes no sense', () => {
    expect(windowOf('2024-10-21', '2024-07-29', span)).toEqual(defaultWindow(span));
    expect(windowOf('x', null, span)).toEqual(defaultWindow(span));
  });

  it('is said in weeks where it is whole weeks', () => {
    expect([7, 84, 28, 10, 1].map((n) => lengthInWords({ from: 0, to: n }))).toEqual(['1 week', '12 weeks', '4 weeks', '10 days', '1 day']);
  });

  it('offers the month and the quarter under way as far as reports are in, and the whole ones before', () => {
    const named = Object.fromEntries(presets(span).map((p) => [p.label, iso(p.window)]));
    expect(named['Oct 2024 to date']).toEqual(['2024-10-01', '2024-10-21']);
    expect(named['Sep 2024']).toEqual(['2024-09-01', '2024-10-01']);
    expect(named['Q4 2024 to date']).toEqual(['2024-10-01', '2024-10-21']);
    expect(named['Q3 2024']).toEqual(['2024-07-01', '2024-10-01']);
    // The last day of a quarter is in: it is whole.
    const whole = presets({ ...span, completeThrough: toDay('2024-03-31') }).map((p) => p.label);
    expect(whole).toEqual(expect.arrayContaining(['Mar 2024', 'Feb 2024', 'Q1 2024', 'Q4 2023']));
    // Data that begin within a period cannot show it.
    expect(presets({ ...span, from: toDay('2024-09-02') }).map((p) => p.label)).not.toContain('Sep 2024');
  });

  it('has presets that all lie inside the data, even when these are few', () => {
    const few: DataSpan = { from: span.from, to: span.from + 10, completeThrough: span.from + 3 };
    for (const s of [span, few])
      for (const { window: w } of presets(s)) {
        expect(w.from).toBeGreaterThanOrEqual(s.from);
        expect(w.to).toBeLessThanOrEqual(s.to);
        expect(lengthOf(w)).toBeGreaterThan(0);
      }
  });

  it('has no span while nothing is loaded', () => {
    expect(spanOf({ from: null, to: null, completeThrough: null })).toBeNull();
  });
});
