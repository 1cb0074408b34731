import { dayInWords, firstOfMonth, firstOfYear, mondayOf, monthName, monthOf, toDay, toIso, yearOf, type Day } from './days';

/** Half-open: `to` is the first day that is left out. */
export interface TimeWindow { from: Day; to: Day }

/** First and last day with data, and the last day whose reports are in. */
export interface DataSpan { from: Day; to: Day; completeThrough: Day }

export const lengthOf = (w: TimeWindow): number => w.to - w.from;

/** @returns null while nothing is loaded. */
export function spanOf(dataset: { from: string | null; to: string | null; completeThrough: string | null }): DataSpan | null {
  if (!dataset.from || !dataset.to) return null;
  const to = toDay(dataset.to);
  return { from: toDay(dataset.from), to, completeThrough: dataset.completeThrough ? toDay(dataset.completeThrough) : to - 1 };
}

/** The last twelve whole weeks whose reports are in. */
export function defaultWindow(span: DataSpan): TimeWindow {
  const to = Math.max(mondayOf(span.completeThrough + 1), span.from + 7);
  return clamp({ from: to - 84, to }, span);
}

/** Moves a window into the span, keeping its length where it fits. */
export function clamp(w: TimeWindow, span: DataSpan): TimeWindow {
  const length = Math.max(1, Math.min(lengthOf(w), span.to - span.from));
  const from = Math.min(Math.max(w.from, span.from), span.to - length);
  return { from, to: from + length };
}

/** Addresses carry the window as two ISO dates; anything unusable gives the default. */
export function windowOf(from: string | null, to: string | null, span: DataSpan): TimeWindow {
  const asked = { from: from ? toDay(from) : NaN, to: to ? toDay(to) : NaN };
  return asked.from < asked.to ? clamp(asked, span) : defaultWindow(span);
}

export const isoWindow = (w: TimeWindow): { from: string; to: string } => ({ from: toIso(w.from), to: toIso(w.to) });

/** "29 Jul – 20 Oct 2024": a period shows its last day although it is stored half-open. A window over two years always says both. */
export function windowInWords(w: TimeWindow, withYear = true): string {
  const last = w.to - 1;
  if (last === w.from) return dayInWords(w.from, withYear);
  const twoYears = yearOf(w.from) !== yearOf(last);
  return `${dayInWords(w.from, twoYears)} – ${dayInWords(last, withYear || twoYears)}`;
}

/** "12 weeks", "28 days" is said in weeks too, "31 days". */
export function lengthInWords(w: TimeWindow): string {
  const days = lengthOf(w);
  if (days % 7 === 0) return days === 7 ? '1 week' : `${days / 7} weeks`;
  return days === 1 ? '1 day' : `${days} days`;
}

/** The windows that the date picker offers by name. */
export function presets(span: DataSpan): { label: string; window: TimeWindow }[] {
  const end = defaultWindow(span).to;
  const weeks = (n: number) => clamp({ from: end - 7 * n, to: end }, span);
  const year = yearOf(span.completeThrough);
  return [
    { label: 'Last 4 weeks', window: weeks(4) },
    { label: 'Last 12 weeks', window: weeks(12) },
    { label: 'Last 26 weeks', window: weeks(26) },
    { label: 'Last 52 weeks', window: weeks(52) },
    ...periods(span, 1, (first) => `${monthName(first)} ${yearOf(first)}`),
    ...periods(span, 3, (first) => `Q${monthOf(first) / 3 + 1} ${yearOf(first)}`),
    { label: `${year} to date`, window: clamp({ from: firstOfYear(year), to: span.completeThrough + 1 }, span) },
    { label: `Year ${year - 1}`, window: clamp({ from: firstOfYear(year - 1), to: firstOfYear(year) }, span) },
    { label: 'Everything', window: { from: span.from, to: span.to } },
  ];
}

/** The calendar period that is under way, as far as its reports are in, and the one before it; periods that lie outside the data are left out. */
function periods(span: DataSpan, months: number, name: (first: Day) => string): { label: string; window: TimeWindow }[] {
  const year = yearOf(span.completeThrough);
  const month = monthOf(span.completeThrough) - (monthOf(span.completeThrough) % months);
  const [before, first, next] = [month - months, month, month + months].map((m) => firstOfMonth(year, m)) as [Day, Day, Day];
  const end = Math.min(next, span.completeThrough + 1);
  return [
    { label: end === next ? name(first) : `${name(first)} to date`, window: { from: first, to: end } },
    { label: name(before), window: { from: before, to: first } },
  ].filter((p) => p.window.from >= span.from && p.window.to <= span.to);
}
