/** What the server says of an area that rises or falls. */
export interface MoverFigures { area: { code: string }; previous: number; expected: number; lower: number | null; upper: number | null }

/** An area's change as it is displayed: the difference of the displayed figures. */
export interface MoverRow {
  code: string;
  previous: number;
  expected: number;
  difference: number;
  /** The 80 % interval of the difference; null where there is none. */
  lower: number | null;
  upper: number | null;
  /** The interval excludes no change. */
  sure: boolean;
}

/** Below so many reports both before and after, changes of an area are chance: it is on the map, not in the lists. */
export const guard = 10;
const listed = 10;

export function moverRow({ area, previous, expected, lower, upper }: MoverFigures): MoverRow {
  const sure = lower !== null && upper !== null && (lower > previous || upper < previous);
  return {
    code: area.code, previous, expected, difference: Math.round(expected) - Math.round(previous),
    lower: lower === null ? null : lower - previous, upper: upper === null ? null : upper - previous, sure,
  };
}

/** The ten that lead in the server's order, those whose change is sure first; areas under the guard left out. */
export function leading(rows: readonly MoverRow[]): MoverRow[] {
  const ten = rows.filter((r) => Math.max(r.previous, r.expected) >= guard).slice(0, listed);
  return [...ten.filter((r) => r.sure), ...ten.filter((r) => !r.sure)];
}

/** Borders of three classes of change: a round number that about one area in ten exceeds, its half and its fifth; at least 5, 2.5 and 1. */
export function changeBorders(differences: readonly number[]): [number, number, number] {
  const top = quantile(differences.map(Math.abs), 0.9);
  const power = 10 ** Math.floor(Math.log10(Math.max(5, top)));
  const strong = Math.max(5, ([8, 5, 4, 2, 1].find((m) => m * power <= top) ?? 1) * power);
  return [strong / 5, strong / 2, strong];
}

/** The smallest value that at least such a share of the values does not exceed; 0 for none. One airport must not set the scale of a city. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** A round end of a scale that holds nine in ten of the differences and their intervals, at least 10. */
export function scaleEnd(rows: readonly MoverRow[]): number {
  const most = Math.max(10, quantile(rows.map((r) => Math.max(Math.abs(r.difference), Math.abs(r.lower ?? 0), Math.abs(r.upper ?? 0))), 0.9));
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((m) => m * power).find((m) => m >= most)!;
}

export const changeTokens = ['fall-3', 'fall-2', 'fall-1', 'chg-0', 'rise-1', 'rise-2', 'rise-3'] as const;
export type ChangeToken = (typeof changeTokens)[number];

export function changeToken(difference: number, borders: readonly number[]): ChangeToken {
  const strength = borders.filter((b) => Math.abs(difference) >= b).length;
  return changeTokens[3 + Math.sign(difference) * strength]!;
}
