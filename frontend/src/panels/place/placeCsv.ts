import type { PlaceFigures } from '../../api/usePlaceFigures';
import { writeCsv } from '../../state/csv';
import { offenceMix } from '../../state/offenceMix';
import { isoWindow, type TimeWindow } from '../../state/timeWindow';

interface Place {
  title: string;
  squareKilometres: number;
  window: TimeWindow;
  other: TimeWindow;
  now: number;
  /** null where the data do not reach back. */
  before: number | null;
  offences: PlaceFigures['offences'];
  label: (offence: string) => string;
}

/** The panel's figures as rows: what, from, to (exclusive), reported incidents, of the other window, p. */
export function placeCsv({ title, squareKilometres, window, other, now, before, offences, label }: Place): string {
  const [w, o] = [isoWindow(window), isoWindow(other)];
  const mix = offenceMix(offences.now.data?.jurisdiction?.counts ?? [], offences.before.data?.jurisdiction?.counts ?? []);
  return writeCsv([
    ['place', 'square_kilometres', 'offence', 'from', 'to', 'reported_incidents', 'compared_from', 'compared_to', 'compared_reported_incidents', 'adjusted_p'],
    [title, +squareKilometres.toFixed(4), 'All', w.from, w.to, now, o.from, o.to, before, null],
    ...mix.map((r) => [title, +squareKilometres.toFixed(4), label(r.code), w.from, w.to, r.now, o.from, o.to, before === null ? null : r.before, +r.p.toFixed(6)]),
  ]);
}
