import { dayInWords, toDay } from './days';

/** "2016-06-15T23:31" → "15 Jun 2016, 23:31"; midnight sharp is left out. */
export const civilInWords = (iso: string): string => {
  const time = iso.slice(11, 16);
  return dayInWords(toDay(iso)) + (time === '' || time === '00:00' ? '' : `, ${time}`);
};
