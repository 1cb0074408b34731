import type { StaffingPlan } from '../../api/useStaffing';
import { count, measure, share } from '../../state/figures';
import type { Week } from './week';

/** Reports, need and waits of one week, without and with the scenario. */
export function SideBySide({ plan, week }: { plan: StaffingPlan; week: Week }) {
  const rows = week.areas.flatMap((a) => a.cells.flatMap((c) => c ?? []));
  const sum = (of: (r: (typeof rows)[number]) => number) => rows.reduce((t, r) => t + of(r), 0);
  const [without, withIt] = [plan.baseline!, plan.figures];
  const wait = (n: number | null) => (n === null ? '–' : measure(n));
  const lines: [string, string, string][] = [
    ['Reports in a week', count(sum((r) => r.baseline?.expectedIncidents ?? r.expectedIncidents)), count(sum((r) => r.expectedIncidents))],
    ['Units needed, all shifts', count(sum((r) => r.baseline?.requiredUnits ?? r.requiredUnits)), count(sum((r) => r.requiredUnits))],
    ['Units short', count(without.unmet), count(withIt.unmet)],
    ['Mean wait, minutes', wait(without.meanWaitMinutes), wait(withIt.meanWaitMinutes)],
    ['Met in time', share(without.probabilityWithinTarget), share(withIt.probabilityWithinTarget)],
    ['Shifts on target', count(without.shiftsOnTarget), count(withIt.shiftsOnTarget)],
  ];
  return (
    <table>
      <thead><tr><th>The same units</th><th className="num">Baseline</th><th className="num">Scenario</th></tr></thead>
      <tbody>{lines.map(([name, a, b]) => <tr key={name}><td>{name}</td><td className="num second">{a}</td><td className="num medium">{b}</td></tr>)}</tbody>
    </table>
  );
}
