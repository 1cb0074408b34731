import { sentenceCase } from '../../state/words';

/** Why a row was set aside, said as what the user can mend. */
const words: Record<string, string> = {
  'no-date': 'No date',
  'unparseable-date': 'Date not readable',
  'date-out-of-range': 'Date before 1900 or later than tomorrow',
  'no-category': 'No offence',
  'too-few-fields': 'Too few fields',
  'too-many-fields': 'Too many fields',
  'unclosed-quote': 'Quotation mark not closed',
  'malformed-record': 'No feature with properties',
  'id-repeated': 'Id stands earlier in the file with other content',
};

/** What is peculiar about rows that were kept. */
const notes: Record<string, string> = {
  'occurred-at-midnight': 'At exactly midnight: the time may be unknown',
  'reported-before-occurred': 'Reported before it occurred',
  'other-date-unreadable': 'End or report not readable: left blank',
  'time-skipped-by-clocks': 'In an hour that the clocks skip: moved forward',
  'impossible-position': 'Position not possible: counted, not drawn',
  'sentinel-position': 'Position that means “unknown”: counted, not drawn',
  'no-id': 'No id: known by its content',
  'not-utf-8': 'Characters that could not be read',
  'short-row': 'Ends early, but behind all that is needed',
};

export const reasonInWords = (code: string): string => words[code] ?? sentenceCase(code.replaceAll('-', ' '));
export const noteInWords = (code: string): string => notes[code] ?? sentenceCase(code.replaceAll('-', ' '));
