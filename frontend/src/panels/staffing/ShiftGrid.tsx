import { memo, useMemo } from 'react';
import { labelName } from '../../layers/areaFeatures';
import { count } from '../../state/figures';
import { columnName, shiftLetters, shortDays, shortOf, waitClasses, waitFigure, waitToken, type Week } from './week';

interface Props {
  week: Week;
  shifts: readonly string[];
  names: ReadonlyMap<string, string>;
  /** Minutes. */
  target: number;
  selected: number;
  onSelect: (at: number) => void;
}

/** Units by area and shift of the week; the shade is the mean wait, the corner says fewer than needed. */
export const ShiftGrid = memo(function ShiftGrid({ week, shifts, names, target, selected, onSelect }: Props) {
  const letters = useMemo(() => shiftLetters(shifts), [shifts]);
  // Beyond a dozen areas the order says where to look.
  const areas = useMemo(() => (week.areas.length > 12 ? week.areas.toSorted((a, b) => b.short - a.short || b.expected - a.expected) : week.areas), [week]);
  const first = (at: number) => (at % shifts.length === 0 ? ' first' : '');
  const on = (at: number) => (at === selected ? ' on' : '');
  return (
    <section className="page-block shift-grid" aria-label="Units by area and shift">
      <h2>Units by area and shift</h2>
      <p className="caption row legend-line">
        <span>{shifts.map((s, i) => `${letters[i]} ${s.toLowerCase()}`).join(', ')}. Shade: mean wait, minutes</span>
        {waitClasses.map((c) => <span key={c.token} className="key-line"><i className="wait-key" style={{ background: `var(--seq-${c.token})` }} />{c.words}</span>)}
        <span className="key-line"><i className="corner-key" />fewer than needed for {target} min</span>
      </p>
      <div className="table-scroll tall" tabIndex={0} role="region" aria-label="Units, to scroll">
        <table>
          <thead>
            <tr><td />{shortDays.map((d) => <th key={d} colSpan={shifts.length} scope="colgroup" className="first">{d}</th>)}</tr>
            <tr>
              <th scope="col"><span className="unseen">Area</span></th>
              {week.columns.map((c) => (
                <th key={c.at} scope="col" className={`shift-head${first(c.at)}${on(c.at)}`}>
                  <button type="button" aria-pressed={c.at === selected} aria-label={columnName(c)} title={columnName(c)} onClick={() => onSelect(c.at)}>{letters[c.at % shifts.length]}</button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((a) => {
              const name = names.get(a.code) ?? a.code;
              return (
                <tr key={a.code}>
                  <th scope="row" title={name}>{labelName(name)}</th>
                  {a.cells.map((r, at) => (
                    <td key={at} className={`cell${first(at)}${on(at)}`} onClick={() => onSelect(at)}>
                      {r && (
                        <span className={`wait-${waitToken(r.meanWaitMinutes)}${shortOf(r) > 0 ? ' short' : ''}`} title={`${name}, ${columnName(week.columns[at]!)}: ${r.units} units, ${r.requiredUnits} needed, ${waitInWords(r.meanWaitMinutes)}`}>
                          {r.units}{shortOf(r) > 0 && <span className="unseen">, {shortOf(r)} short</span>}
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <Foot name="Needed" value={(c) => <span className={c.needed > c.units ? 'strong' : 'second'}>{count(c.needed)}</span>} {...{ week, first, on }} />
            <Foot name="Short" value={(c) => (c.short > 0 ? <span className="strong">{count(c.short)}</span> : <span className="third">–</span>)} {...{ week, first, on }} />
            <Foot name="Mean wait" value={(c) => <span className={c.overloaded > 0 || (c.wait ?? 0) > target ? 'strong' : 'second'} title={c.overloaded > 0 ? `${c.overloaded} areas wait without bound` : undefined}>{waitFigure(c)}</span>} {...{ week, first, on }} />
          </tfoot>
        </table>
      </div>
    </section>
  );
});

interface FootProps { name: string; week: Week; value: (c: Week['columns'][number]) => React.ReactNode; first: (at: number) => string; on: (at: number) => string }

const Foot = ({ name, week, value, first, on }: FootProps) => (
  <tr><th scope="row">{name}</th>{week.columns.map((c) => <td key={c.at} className={`sum${first(c.at)}${on(c.at)}`}>{value(c)}</td>)}</tr>
);

/** "mean wait 3.4 min", "waits without bound" */
export const waitInWords = (wait: number | null): string => (wait === null ? 'waits without bound' : `mean wait ${wait < 9.95 ? wait.toFixed(1) : count(wait)} min`);
