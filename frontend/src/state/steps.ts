import type { SeriesStep } from '../api/generated';
import { dayInWords, monthName, toDay, yearOf, type Day } from './days';
import { monthAfter } from './monthly';

/** "12 Mar 2024", "Week of 12 Mar 2024", "Mar 2024" */
export function stepInWords(day: Day, step: SeriesStep): string {
  if (step === 'MONTH') return `${monthName(day)} ${yearOf(day)}`;
  return step === 'WEEK' ? `Week of ${dayInWords(day)}` : dayInWords(day);
}

/** First days of so many months. @param first "2019-01". */
export const monthDays = (first: string, months: number): Day[] => Array.from({ length: months }, (_, i) => toDay(`${monthAfter(first, i)}-01`));
