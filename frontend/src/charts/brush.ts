import { mondayOf } from '../state/days';
import { clamp, lengthOf, type DataSpan, type TimeWindow } from '../state/timeWindow';

/** What of the brush is held: one of its ends, or all of it. */
export type Grip = 'from' | 'to' | 'whole';

/**
 * The window after its grip was dragged by a number of days. Held ends snap to Mondays, so that windows are whole
 * weeks; the window never turns inside out, never gets shorter than a week and never leaves the data.
 */
export function moved(start: TimeWindow, grip: Grip, byDays: number, span: DataSpan): TimeWindow {
  if (grip === 'whole') {
    const from = nearestMonday(start.from + byDays);
    return clamp({ from, to: from + lengthOf(start) }, span);
  }
  if (grip === 'from') {
    const from = Math.min(Math.max(nearestMonday(start.from + byDays), span.from), start.to - 7);
    return { from: Math.max(from, span.from), to: start.to };
  }
  const to = Math.max(Math.min(nearestMonday(start.to + byDays), span.to), start.from + 7);
  return { from: start.from, to: Math.min(to, span.to) };
}

const nearestMonday = (day: number): number => mondayOf(Math.round(day) + 3);
