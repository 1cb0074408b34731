import type { StaffingPlan } from '../../api/useStaffing';
import { labelName } from '../../layers/areaFeatures';
import { count, measure, share } from '../../state/figures';
import { columnName, shortOf, type Week } from './week';

interface Props { plan: StaffingPlan; week: Week; at: number; names: ReadonlyMap<string, string> }

const minutes = (n: number | null | undefined): string => (n === undefined ? '–' : n === null ? 'no bound' : n < 9.95 ? n.toFixed(1) : count(n));

/** The selected shift by area, worst first: the formula's wait beside that of the simulated queue. */
export function ShiftDetail({ plan, week, at, names }: Props) {
  const column = week.columns[at]!;
  const rows = week.areas.flatMap((a) => a.cells[at] ?? []).sort((a, b) => shortOf(b) - shortOf(a) || (b.meanWaitMinutes ?? Infinity) - (a.meanWaitMinutes ?? Infinity));
  const sim = plan.simulation;
  const compared = plan.comparison !== null;
  const scenario = plan.baseline !== null;
  return (
    <section className="page-block" aria-label="Shift by area">
      <h2>{columnName(column)} by area</h2>
      <p className="caption">
        {measure(column.expected)} reports expected in one such shift; {count(column.units)} units, {count(column.needed)} needed. {sim.rows > 0 && `Simulated queues agree with the formula in ${count(sim.inside)} of ${count(sim.rows)} rows of the week (95 % intervals); mean ${minutes(sim.meanWaitMinutes)} against ${minutes(sim.formulaMinutes)} min.`}
      </p>
      <div className="table-scroll tall detail" tabIndex={0} role="region" aria-label="Areas of the shift">
        <table>
          <thead>
            <tr>
              <th>Area</th><th className="num">Reports</th>{scenario && <th className="num"><abbr title="Reports without the scenario">Baseline</abbr></th>}<th className="num">Units</th><th className="num">Needed</th>{compared && <th className="num">Today</th>}
              <th className="num">Wait, min</th><th className="num">Simulated</th>{compared && <th className="num">Wait today</th>}{!compared && <th className="num wide">In time</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.area.code}>
                <td className="medium nowrap" title={names.get(r.area.code)}>{labelName(names.get(r.area.code) ?? r.area.code)}</td>
                <td className="num">{measure(r.expectedIncidents)}</td>
                {scenario && <td className="num second">{r.baseline ? measure(r.baseline.expectedIncidents) : '–'}</td>}
                <td className="num medium">{r.units}</td>
                <td className={`num ${shortOf(r) > 0 ? 'strong' : 'second'}`}>{r.requiredUnits}</td>
                {compared && <td className="num second">{r.currentPlan?.units ?? '–'}</td>}
                <td className="num medium">{minutes(r.meanWaitMinutes)}</td>
                <td className="num second nowrap">{r.simulated ? <>{minutes(r.simulated.meanWaitMinutes)}{r.simulated.lower !== null && r.simulated.upper !== null && <span className="third"> ({r.simulated.lower.toFixed(1)}–{r.simulated.upper.toFixed(1)})</span>}</> : '–'}</td>
                {compared && <td className="num second">{minutes(r.currentPlan?.meanWaitMinutes)}</td>}
                {!compared && <td className="num wide second">{share(r.probabilityWithinTarget)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
