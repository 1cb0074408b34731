import type { StaffingPlan } from '../../api/useStaffing';
import { dayInWords, toDay } from '../../state/days';
import { count } from '../../state/figures';
import type { StaffingView } from '../../state/staffingView';
import { hoursOf, shiftLetters, shortDays, type Week } from './week';

interface Props { jurisdiction: { name: string; synthetic: boolean; dataset: { version: string } }; kindName: string; staffing: StaffingView; from: string; units: number; plan: StaffingPlan; week: Week; names: ReadonlyMap<string, string> }

/** The plan as a sheet to hang up; shown on paper alone. */
export function Roster({ jurisdiction: j, kindName, staffing: s, from, units, plan, week, names }: Props) {
  const letters = shiftLetters(plan.shifts);
  const first = toDay(from);
  return (
    <article className="roster" data-theme="light">
      <h1 className="title">{j.name}: units by {kindName.toLowerCase()} and shift</h1>
      <p>
        {dayInWords(first)} – {dayInWords(first + s.days - 1)} · {count(units)} units on duty in each shift · {s.shifts.map((x, i) => `${letters[i]} ${x.name} ${hoursOf(x)}`).join(', ')}
        {j.synthetic && ' · made-up data'}
      </p>
      <table>
        <thead>
          <tr><td />{shortDays.map((d) => <th key={d} colSpan={plan.shifts.length} className="first">{d}</th>)}</tr>
          <tr><th>Area</th>{week.columns.map((c) => <th key={c.at} className={c.at % letters.length === 0 ? 'first' : ''}>{letters[c.at % letters.length]}</th>)}</tr>
        </thead>
        <tbody>
          {week.areas.map((a) => <tr key={a.code}><th scope="row">{names.get(a.code) ?? a.code}</th>{a.cells.map((r, at) => <td key={at} className={at % letters.length === 0 ? 'first' : ''}>{r ? <>{r.units}{r.requiredUnits > r.units && '*'}</> : ''}</td>)}</tr>)}
        </tbody>
        <tbody><tr className="total"><th scope="row">On duty</th>{week.columns.map((c) => <td key={c.at} className={c.at % letters.length === 0 ? 'first' : ''}>{c.units}</td>)}</tr></tbody>
      </table>
      <p className="small">* fewer than needed for a mean wait of {s.target} minutes. {plan.explanation}</p>
      {plan.warnings.map((w) => <p key={w} className="small">{w}</p>)}
      <p className="small">Data version {j.dataset.version}, run {plan.run.id.slice(0, 8)}.</p>
    </article>
  );
}
