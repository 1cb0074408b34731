import { writeCsv } from '../../state/csv';
import type { Week } from './week';

/** The plan as a file, in the form that "Compare with a plan" reads back. */
export function planFile(week: Week, names: ReadonlyMap<string, string>): string {
  const head = ['area', 'name', 'weekday', 'shift', 'units', 'required_units', 'expected_incidents', 'load_erlangs', 'mean_wait_minutes', 'probability_within_target', 'simulated_wait_minutes'];
  const round = (n: number | null | undefined) => (n === null || n === undefined ? null : +n.toFixed(3));
  return writeCsv([head, ...week.areas.flatMap((a) => a.cells.flatMap((r) => (r ? [[
    a.code, names.get(a.code) ?? '', r.weekday.toLowerCase(), r.shift, r.units, r.requiredUnits, round(r.expectedIncidents), round(r.loadErlangs),
    round(r.meanWaitMinutes), round(r.probabilityWithinTarget), round(r.simulated?.meanWaitMinutes),
  ]] : [])))]);
}
