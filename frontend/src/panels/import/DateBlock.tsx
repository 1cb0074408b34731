import type { Preview } from '../../state/importMapping';
import { civilInWords } from '../../state/civil';
import { Segmented } from '../controls/Segmented';

interface Props { dates: NonNullable<Preview['dates']>; turned: boolean; onTurned: (turned: boolean) => void }

/** How the file's dates are read; where day and month could be either way, the user says which. */
export function DateBlock({ dates: d, turned, onTurned }: Props) {
  const isDayFirst = (formats: readonly string[]) => formats.some((f) => f.startsWith('d'));
  const [first, other] = isDayFirst(d.formats) ? ['Day first', 'Month first'] : ['Month first', 'Day first'];
  const reading = turned ? d.turnedReading : d.reading;
  return (
    <div className="stack-small">
      <p className="small"><span className="second">Dates: </span><code>{d.example}</code> is {reading ? <b className="medium">{civilInWords(reading)}</b> : 'not read this way'}</p>
      {d.turned.length > 0 && <Segmented label="Order of day and month" value={turned ? 'turned' : 'guessed'} options={[{ value: 'guessed', label: first }, { value: 'turned', label: other }]} onChange={(v) => onTurned(v === 'turned')} />}
      {d.ambiguous && <p className="small warn-words">No date of the first rows tells which of the two it is: check it against a case that you know.</p>}
      {d.mixed && <p className="small warn-words">Both orders occur in the first rows. Those of the other order are set aside or misread: the file needs one order throughout.</p>}
    </div>
  );
}
