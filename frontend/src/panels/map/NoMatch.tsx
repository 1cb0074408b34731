import { Filter } from 'lucide-react';
import { dayInWords, toDay } from '../../state/days';
import { lengthOf, windowInWords, type TimeWindow } from '../../state/timeWindow';
import { Note } from '../states/Note';

interface Props { offences: string; window: TimeWindow; /** When the last report before the window's end occurred; null if none. */ last: string | null; onWiden: () => void; onClear: () => void }

export const NoMatch = ({ offences, window: w, last, onWiden, onClear }: Props) => (
  <Note
    icon={Filter} title="No reported incidents match"
    actions={<>
      {lengthOf(w) < 28 && <button type="button" className="button primary" onClick={onWiden}>Widen to 4 weeks</button>}
      <button type="button" className="button" onClick={onClear}>Clear filters</button>
    </>}
  >
    {offences}, {windowInWords(w)}.{last && ` The last one was on ${dayInWords(toDay(last))}.`}
  </Note>
);
