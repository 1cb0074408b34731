import type { ImportTrialQuery, UploadPreviewQuery } from '../api/generated';
import { count } from './figures';
import type { Role } from './importMapping';

type Trial = ImportTrialQuery['importTrial'];
type Column = NonNullable<UploadPreviewQuery['upload']>['columns'][number];

/** What the trial says of one column, in words; `warn` where rows are affected. */
export function columnNote(role: Role, column: Column, trial: Trial | undefined): { words: string; warn: boolean } | null {
  if (role === null) return null;
  if (role === 'KEEP') return { words: 'kept with the incident', warn: false };
  const aside = (...codes: string[]) => trial?.reasons.filter((r) => codes.includes(r.reason)).reduce((n, r) => n + r.rows, 0) ?? 0;
  const noted = (name: string) => trial?.notes.find((n) => n.note === name)?.rows ?? 0;
  const found: string[] = [];
  const say = (n: number, words: string) => { if (n > 0) found.push(`${count(n)} ${words}`); };
  if (role === 'OCCURRED') {
    say(aside('no-date'), 'have no date');
    say(aside('unparseable-date'), 'cannot be read');
    say(aside('date-out-of-range'), 'before 1900 or later than tomorrow');
    say(noted('occurred-at-midnight'), 'at exactly midnight: time may be unknown');
    say(noted('time-skipped-by-clocks'), 'in an hour that the clocks skip');
  }
  if (role === 'REPORTED') say(noted('reported-before-occurred'), 'before they occurred');
  if (role === 'REPORTED' || role === 'TO') say(noted('other-date-unreadable'), 'end or report cannot be read');
  if (role === 'CATEGORY') say(aside('no-category'), 'name no offence');
  if (role === 'ID') say(aside('id-repeated'), 'stand twice with other content');
  if (role === 'X' && trial) {
    say(noted('impossible-position'), 'are no such position');
    say(noted('sentinel-position'), 'mean “unknown”');
    say(trial.accepted - trial.located - noted('impossible-position') - noted('sentinel-position'), 'empty: counted, not drawn');
  }
  if (found.length > 0) return { words: found.join('; '), warn: true };
  if (!trial) return { words: column.role === role ? 'guessed' : '', warn: false };
  return { words: `${column.role === role ? 'guessed, ' : ''}all rows fit`, warn: false };
}
