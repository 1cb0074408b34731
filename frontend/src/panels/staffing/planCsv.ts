import type { PlannedUnitsInput } from '../../api/generated';
import { readCsv } from '../../state/csv';
import { mostPlanned, weekdays } from '../../state/postedPlan';

const columns = ['area', 'weekday', 'shift', 'units'] as const;

export interface ReadPlan { rows: PlannedUnitsInput[]; errors: string[] }

/**
 * Reads today's plan: a head with area, weekday, shift and units in any order, then one row a cell of the roster.
 * Areas by code or name, weekdays by English name or its first three letters; case does not matter.
 * @returns the rows, or what is wrong, each error with its row and column; never both.
 */
export function readPlan(text: string, areas: readonly { code: string; name: string }[], shifts: readonly string[]): ReadPlan {
  const [head, ...body] = readCsv(text);
  const wrong = (...errors: string[]): ReadPlan => ({ rows: [], errors });
  if (!head) return wrong('The file is empty.');
  const names = head.cells.map((c) => c.trim().toLowerCase());
  const missing = columns.filter((c) => !names.includes(c));
  if (missing.length > 0) return wrong(`Row ${head.line}: the head must name area, weekday, shift and units; missing: ${missing.join(', ')}.`);
  if (body.length === 0) return wrong('The file has a head and no rows.');
  const codes = new Map<string, string>();
  for (const a of areas) codes.set(a.name.toLowerCase(), a.code);
  for (const a of areas) codes.set(a.code.toLowerCase(), a.code);

  const rows: PlannedUnitsInput[] = [];
  const errors: string[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of body) {
    const cell = (name: (typeof columns)[number]) => (cells[names.indexOf(name)] ?? '').trim();
    const [areaText, dayText, shiftText, unitsText] = columns.map(cell) as [string, string, string, string];
    const area = codes.get(areaText.toLowerCase());
    const weekday = dayText.length >= 3 ? weekdays.find((d) => d.toLowerCase().startsWith(dayText.toLowerCase())) : undefined;
    const shift = shifts.find((s) => s.toLowerCase() === shiftText.toLowerCase());
    const units = /^\d+$/.test(unitsText) ? Number(unitsText) : NaN;
    const before = errors.length;
    if (!area) errors.push(`Row ${line}, area: there is no area “${areaText}”.`);
    if (!weekday) errors.push(`Row ${line}, weekday: “${dayText}” is not a weekday (Monday … Sunday).`);
    if (!shift) errors.push(`Row ${line}, shift: there is no shift “${shiftText}”; there are: ${shifts.join(', ')}.`);
    if (!(units <= mostPlanned)) errors.push(`Row ${line}, units: “${unitsText}” is not a whole number from 0 to ${mostPlanned}.`);
    if (errors.length > before) continue;
    const key = `${area} ${weekday} ${shift}`;
    if (seen.has(key)) errors.push(`Row ${line}: ${areaText}, ${dayText}, ${shiftText} stands in row ${seen.get(key)} already.`);
    seen.set(key, line);
    rows.push({ area: area!, weekday: weekday!, shift: shift!, units });
  }
  return errors.length > 0 ? { rows: [], errors } : { rows, errors };
}
