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

export const reasonInWords = (code: string): string => words[code] ?? sentenceCase(code.replaceAll('-', ' '));
