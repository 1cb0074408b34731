import type { StaffingPlan } from '../../api/useStaffing';
import { count, measure, plural } from '../../state/figures';
import { shiftLetters, shortDays, waitFigure, weekOf, type Column } from '../staffing/week';

/** The plan in the address, all areas together by shift. */
export function PlanTable({ plan, target, order }: { plan: StaffingPlan; target: number; order: readonly string[] }) {
  const { columns } = weekOf(plan.rows, plan.shifts, order);
  const letters = shiftLetters(plan.shifts);
  const line = (name: string, of: (c: Column) => string) => (
    <tr><th scope="row">{name}</th>{columns.map((c) => <td key={c.at} className={c.at % letters.length === 0 ? 'num first' : 'num'}>{of(c)}</td>)}</tr>
  );
  const f = plan.figures;
  return (
    <section aria-label="Staffing">
      <h2>Staffing with {plural(f.units, 'unit')} in each shift</h2>
      <p className="caption">
        Target of {target} minutes kept in {f.shiftsOnTarget} of {f.shifts} shifts{f.meanWaitMinutes !== null && `; mean wait ${measure(f.meanWaitMinutes)} min`}; {plan.shifts.map((s, i) => `${letters[i]} ${s.toLowerCase()}`).join(', ')}. Reported incidents only.
      </p>
      <table className="week">
        <thead>
          <tr><td />{shortDays.map((d) => <th key={d} colSpan={letters.length} className="first">{d}</th>)}</tr>
          <tr><td />{columns.map((c) => <th key={c.at} className={c.at % letters.length === 0 ? 'num first' : 'num'}>{letters[c.at % letters.length]}</th>)}</tr>
        </thead>
        <tbody>
          {line('Needed', (c) => count(c.needed))}
          {line('Short', (c) => (c.short > 0 ? count(c.short) : '–'))}
          {line('Wait, min', waitFigure)}
        </tbody>
      </table>
    </section>
  );
}
