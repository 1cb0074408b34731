import { dayInWords, toDay, yearOf } from './days';
import { lengthInWords, lengthOf, type TimeWindow } from './timeWindow';

/** What a window is compared with: the same weekdays 52 weeks before, the window just before, or as many days from an ISO date on. */
export type Baseline = 'year' | 'before' | (string & {});

/** Reads a baseline from an address; whatever is not understood is the year before. */
export function parseBaseline(text: string | null): Baseline {
  if (text === 'before') return 'before';
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(toDay(text)) ? text : 'year';
}

/** The other window: always as long as this one, so that counts and densities compare as they are. */
export function baselineWindow(w: TimeWindow, vs: Baseline): TimeWindow {
  const from = vs === 'year' ? w.from - 364 : vs === 'before' ? w.from - lengthOf(w) : toDay(vs);
  return { from, to: from + lengthOf(w) };
}

/** "same weeks of 2023", "12 weeks before", "12 weeks from 3 Mar 2023". */
export function baselineInWords(w: TimeWindow, vs: Baseline): string {
  const { from } = baselineWindow(w, vs);
  if (vs === 'year') return `same ${lengthOf(w) % 7 === 0 ? 'weeks' : 'days'} of ${yearOf(from)}`;
  return vs === 'before' ? `${lengthInWords(w)} before` : `${lengthInWords(w)} from ${dayInWords(from)}`;
}
