import type { PlannedUnitsInput, Weekday } from '../api/generated';

export const weekdays: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Digits of units 0–63 in an address. */
const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
export const mostPlanned = digits.length - 1;

/** Today's plan for an address: "code:digits" of each area, one digit a weekday and shift from Monday's first; "." = not in the plan. */
export function planText(rows: readonly PlannedUnitsInput[], shifts: readonly string[]): string {
  const areas = new Map<string, string[]>();
  for (const r of rows) {
    const cells = areas.get(r.area) ?? new Array<string>(7 * shifts.length).fill('.');
    cells[weekdays.indexOf(r.weekday) * shifts.length + shifts.indexOf(r.shift)] = digits[r.units]!;
    areas.set(r.area, cells);
  }
  return [...areas].map(([area, cells]) => `${area}:${cells.join('')}`).join(',');
}

/** @returns null where the text does not fit the shifts, for example after one was added. */
export function planOf(text: string, shifts: readonly string[]): PlannedUnitsInput[] | null {
  const rows: PlannedUnitsInput[] = [];
  for (const part of text.split(',')) {
    const at = part.lastIndexOf(':');
    const cells = part.slice(at + 1);
    if (at < 1 || cells.length !== 7 * shifts.length) return null;
    for (let i = 0; i < cells.length; i++) {
      if (cells[i] === '.') continue;
      const units = digits.indexOf(cells[i]!);
      if (units < 0) return null;
      rows.push({ area: part.slice(0, at), weekday: weekdays[Math.floor(i / shifts.length)]!, shift: shifts[i % shifts.length]!, units });
    }
  }
  return rows.length > 0 ? rows : null;
}
