import { dayOfMonth, firstOfYear, monthName, monthOf, yearOf, type Day } from '../state/days';

/** Least room of a tick's words, px. */
const room = 44;

/** Starts of months, or of years where months would not fit; January says its year. */
export function dateTicks(from: Day, to: Day, width: number): { day: Day; words: string }[] {
  const most = Math.max(1, Math.floor(width / room));
  const starts: Day[] = [];
  for (let day = from; day <= to; day++) if (dayOfMonth(day) === 1) starts.push(day);
  const every = [1, 2, 3, 6].find((n) => starts.length / n <= most);
  if (every !== undefined)
    return starts.filter((d) => monthOf(d) % every === 0).map((day) => ({ day, words: monthOf(day) === 0 && starts.length > 4 ? String(yearOf(day)) : monthName(day) }));
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i).filter((year) => firstOfYear(year) >= from);
  const step = Math.ceil(years.length / most);
  return years.filter((_, i) => i % step === 0).map((year) => ({ day: firstOfYear(year), words: String(year) }));
}
