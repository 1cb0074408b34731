import { StaffingDocument, StaffingNeedDocument, type StaffingInput, type StaffingQuery } from './generated';
import { useQuery } from './useQuery';
import { planOf, weekdays } from '../state/postedPlan';
import { scenarioInput } from '../state/scenario';
import type { StaffingView } from '../state/staffingView';

interface Asked {
  code: string;
  kind: string | null;
  /** How many areas there are of the kind. */
  areas: number;
  staffing: StaffingView;
  /** ISO date of the first day where the view has none. */
  start: string;
  categories: readonly string[];
}

/** A plan, made anew whenever an input changes. Without a number of units it gets as many as the busiest shift needs. */
export function useStaffing({ code, kind, areas, staffing: s, start, categories }: Asked) {
  const names = s.shifts.map((x) => x.name);
  const scenario = scenarioInput(s.changes, s.events);
  const input = (units: number): StaffingInput => ({
    kind: kind!, from: s.start ?? start, days: s.days, units, shifts: s.shifts, minutesPerIncident: s.service, maxWaitMinutes: s.target,
    percentile: s.percentile, reliefFactor: s.relief, callsPerIncident: s.calls, officerInitiatedWeight: s.officerWeight,
    ...(categories.length > 0 && { filter: { categories: [...categories] } }), ...(scenario && { scenario }),
  });
  const ready = kind !== null && areas > 0;
  const need = useQuery(StaffingNeedDocument, ready && s.units === null ? { code, input: input(areas) } : null);
  const rows = need.stale ? undefined : need.data?.jurisdiction?.staffing.rows;
  const units = s.units ?? (rows ? busiest(rows, names) : null);
  const plan = s.plan === null ? null : planOf(s.plan, names);
  const result = useQuery(StaffingDocument, ready && units !== null ? { code, input: { ...input(units), ...(plan && { currentPlan: plan }) } } : null);
  return { result: need.error && units === null ? { ...result, error: need.error, retryAt: need.retryAt, retry: need.retry } : result, units, planFits: s.plan === null || plan !== null };
}

/** Units that the busiest shift of the week needs over all areas; at least 1. */
export function busiest(rows: readonly { weekday: string; shift: string; requiredUnits: number }[], shifts: readonly string[]): number {
  const needed = new Array<number>(7 * shifts.length).fill(0);
  for (const r of rows) needed[columnOf(r, shifts)]! += r.requiredUnits;
  return Math.max(1, ...needed);
}

/** Place of a row in the week: weekday by shift, from Monday's first. */
export const columnOf = (row: { weekday: string; shift: string }, shifts: readonly string[]): number =>
  weekdays.findIndex((d) => d === row.weekday) * shifts.length + shifts.indexOf(row.shift);

export type StaffingPlan = NonNullable<StaffingQuery['jurisdiction']>['staffing'];
export type StaffingRow = StaffingPlan['rows'][number];
export type StaffingFigure = StaffingPlan['figures'];
