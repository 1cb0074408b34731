import type { StaffingFigure, StaffingPlan } from '../../api/useStaffing';
import { count, measure, share } from '../../state/figures';

interface Props { plan: StaffingPlan; units: number; target: number }

interface Alternative { name: string; note: string; figures: StaffingFigure }

/** What other numbers of units, today's plan and the world without the scenario would do to the waits. */
export function EffectTable({ plan, units, target }: Props) {
  const rows = alternatives(plan, units);
  const now = plan.figures;
  return (
    <section className="page-block effect" aria-label="Effect">
      <h2>Effect of other numbers</h2>
      <p className="caption">The whole week; in grey the difference from {count(units)} units</p>
      <div className="table-scroll">
        <table>
          <thead><tr><th>Units</th><th className="num">Wait, min</th><th className="num">In {target} min</th><th className="num"><abbr title={`Shifts of ${now.shifts} that keep the mean wait`}>On target</abbr></th><th className="num">Short</th></tr></thead>
          <tbody>
            {rows.map((r) => {
              const other = r.figures !== now;
              return (
                <tr key={r.name + r.note} className={other ? undefined : 'current'}>
                  <th scope="row">{r.name}<span className="small third">{r.note}</span></th>
                  <Cell value={wait(r.figures)} difference={other ? difference(tenth(r.figures.meanWaitMinutes), tenth(now.meanWaitMinutes), 1) : null} />
                  <Cell value={share(r.figures.probabilityWithinTarget)} difference={other ? difference(whole(r.figures.probabilityWithinTarget), whole(now.probabilityWithinTarget), 0, ' pts') : null} />
                  <Cell value={count(r.figures.shiftsOnTarget)} difference={other ? difference(r.figures.shiftsOnTarget, now.shiftsOnTarget, 0) : null} />
                  <Cell value={count(r.figures.unmet)} difference={other ? difference(r.figures.unmet, now.unmet, 0) : null} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.some((r) => r.figures.overloadedShare > 0) && <p className="small third foot">“&gt;”: some areas get more work than their units can do; their waits have no bound and are not in the mean.</p>}
    </section>
  );
}

const Cell = ({ value, difference: d }: { value: string; difference: string | null }) => (
  <td className="num nowrap"><span className="medium">{value}</span>{d !== null && <span className="small third">{d}</span>}</td>
);

/** Ten per cent fewer, this plan, ten per cent more; then today's plan and the baseline where there are. */
export function alternatives(plan: StaffingPlan, units: number): Alternative[] {
  const near = (wanted: number): StaffingFigure | undefined =>
    plan.curve.filter((f) => f.units !== units).toSorted((a, b) => Math.abs(a.units - wanted) - Math.abs(b.units - wanted))[0];
  const other = (f: StaffingFigure | undefined): Alternative[] => {
    if (!f) return [];
    const change = Math.round(100 * (f.units / units - 1));
    return [{ name: count(f.units), note: change === 0 ? '' : `${Math.abs(change)} % ${change < 0 ? 'fewer' : 'more'}`, figures: f }];
  };
  const [fewer, more] = [near(Math.round(0.9 * units)), near(Math.round(1.1 * units))];
  return [
    ...other(fewer && fewer.units < units ? fewer : undefined),
    { name: count(units), note: 'this plan', figures: plan.figures },
    ...other(more && more.units > units ? more : undefined),
    ...(plan.comparison ? [
      { name: unitsOf(plan.comparison.currentPlan), note: 'today’s plan', figures: plan.comparison.currentPlan },
      { name: unitsOf(plan.comparison.samePosts), note: 'today’s units, placed anew', figures: plan.comparison.samePosts },
    ] : []),
    ...(plan.baseline ? [{ name: unitsOf(plan.baseline), note: 'without the scenario', figures: plan.baseline }] : []),
  ];
}

const unitsOf = (f: StaffingFigure): string => (Number.isInteger(f.units) ? count(f.units) : f.units.toFixed(1));
const tenth = (n: number | null): number | null => (n === null ? null : n < 9.95 ? Math.round(10 * n) / 10 : Math.round(n));
const whole = (share: number): number => Math.round(100 * share);
const wait = (f: StaffingFigure): string => (f.meanWaitMinutes === null ? '–' : (f.overloadedShare > 0 ? '> ' : '') + measure(f.meanWaitMinutes));

/** The difference of the displayed figures, signed. */
function difference(a: number | null, b: number | null, digits: number, unit = ''): string {
  if (a === null || b === null) return '–';
  const d = +(a - b).toFixed(digits);
  return (d === 0 ? '±' : d > 0 ? '+' : '−') + Math.abs(d).toFixed(Math.abs(d) >= 9.95 ? 0 : digits) + unit;
}
