import { columnOf, type StaffingRow } from '../../api/useStaffing';
import { weekdays } from '../../state/postedPlan';

/** One shift of one weekday over all areas. */
export interface Column {
  at: number;
  weekday: number;
  shift: string;
  units: number;
  needed: number;
  /** Units that areas have fewer than they need; spare units elsewhere do not make up for it. */
  short: number;
  expected: number;
  /** Mean over calls, minutes, of the areas whose wait has a bound; null where none has. */
  wait: number | null;
  /** Areas whose load exceeds their units. */
  overloaded: number;
}

export interface AreaWeek { code: string; cells: (StaffingRow | undefined)[]; short: number; expected: number }
export interface Week { columns: Column[]; areas: AreaWeek[] }

/** The plan as areas by 7 weekdays × shifts, areas in the order given. */
export function weekOf(rows: readonly StaffingRow[], shifts: readonly string[], order: readonly string[]): Week {
  const byArea = new Map<string, (StaffingRow | undefined)[]>();
  for (const r of rows) {
    const cells = byArea.get(r.area.code) ?? new Array<StaffingRow | undefined>(7 * shifts.length).fill(undefined);
    cells[columnOf(r, shifts)] = r;
    byArea.set(r.area.code, cells);
  }
  const areas = order.filter((code) => byArea.has(code)).map((code): AreaWeek => {
    const cells = byArea.get(code)!;
    return {
      code, cells,
      short: cells.reduce((s, c) => s + (c ? shortOf(c) : 0), 0),
      expected: cells.reduce((s, c) => s + (c?.expectedIncidents ?? 0), 0),
    };
  });
  const columns = Array.from({ length: 7 * shifts.length }, (_, at): Column => {
    const own = areas.flatMap((a) => a.cells[at] ?? []);
    const sum = (of: (r: StaffingRow) => number) => own.reduce((s, r) => s + of(r), 0);
    const bounded = own.filter((r) => r.meanWaitMinutes !== null);
    const calls = bounded.reduce((s, r) => s + r.expectedIncidents, 0);
    return {
      at, weekday: Math.floor(at / shifts.length), shift: shifts[at % shifts.length]!, units: sum((r) => r.units), needed: sum((r) => r.requiredUnits), short: sum(shortOf),
      expected: sum((r) => r.expectedIncidents),
      wait: calls > 0 ? bounded.reduce((s, r) => s + r.meanWaitMinutes! * r.expectedIncidents, 0) / calls : bounded.length > 0 ? 0 : null,
      overloaded: own.length - bounded.length,
    };
  });
  return { columns, areas };
}

export const shortOf = (r: { units: number; requiredUnits: number }): number => Math.max(0, r.requiredUnits - r.units);

/** The column that is short of most units, then the one that waits longest. */
export const worstOf = (columns: readonly Column[]): Column | undefined =>
  columns.reduce<Column | undefined>((worst, c) => (!worst || c.short > worst.short || (c.short === worst.short && (c.wait ?? Infinity) > (worst.wait ?? Infinity)) ? c : worst), undefined);

/** Shades of a mean wait: class on the sequential ramp and its words. */
export const waitClasses = [
  { token: 1, below: 5, words: '0–5' }, { token: 2, below: 10, words: '5–10' }, { token: 4, below: 15, words: '10–15' },
  { token: 5, below: 30, words: '15–30' }, { token: 6, below: Infinity, words: 'over 30, or without bound' },
] as const;

/** @param wait minutes; null = without bound. */
export const waitToken = (wait: number | null): number => waitClasses.find((c) => (wait ?? Infinity) < c.below)?.token ?? 6;

export const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** "Friday evening" */
export const columnName = (c: { weekday: number; shift: string }): string => {
  const day = weekdays[c.weekday]!;
  return `${day[0]}${day.slice(1).toLowerCase()} ${c.shift.toLowerCase()}`;
};

/** "07–15" */
export const hoursOf = (s: { startHour: number; hours: number }): string => {
  const two = (h: number) => String(h % 24).padStart(2, '0');
  return `${two(s.startHour)}–${two(s.startHour + s.hours)}`;
};

/** Letters that tell the shifts apart: first letters where they differ, else numbers. */
export function shiftLetters(shifts: readonly string[]): string[] {
  const letters = shifts.map((s) => s.slice(0, 1).toUpperCase());
  return new Set(letters).size === letters.length ? letters : shifts.map((_, i) => String(i + 1));
}

/** "3.4", "12", ">12" where some areas wait without bound, ">99" beyond that. */
export function waitFigure(c: Pick<Column, 'wait' | 'overloaded'>): string {
  const wait = c.wait ?? Infinity;
  if (wait > 99) return '>99';
  return (c.overloaded > 0 ? '>' : '') + (wait < 9.95 ? wait.toFixed(1) : Math.round(wait));
}
