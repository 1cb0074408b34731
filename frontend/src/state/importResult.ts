/** What a run that changes data says of itself, read from its metrics; every figure may be missing while it runs. */
export interface ImportFigures { batch: number | null; read: number; accepted: number; corrected: number; quarantined: number; duplicates: number; unlocated: number; resumedAfter: number }

const number = (of: unknown, name: string): number => {
  const value = typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
  return typeof value === 'number' ? value : 0;
};

/** @returns null where nothing is known yet. */
export function importFigures(metrics: unknown): ImportFigures | null {
  if (typeof metrics !== 'object' || metrics === null || !('rows' in metrics)) return null;
  const rows = metrics.rows;
  return {
    batch: number(metrics, 'batch') || null, resumedAfter: number(metrics, 'resumedAfter'),
    read: number(rows, 'read'), accepted: number(rows, 'accepted'), corrected: number(rows, 'corrected'),
    quarantined: number(rows, 'quarantined'), duplicates: number(rows, 'duplicates'), unlocated: number(rows, 'unlocated'),
  };
}

/** A text of the run's parameters, such as the jurisdiction or the file. */
export function parameter(parameters: unknown, name: string): string {
  const value = typeof parameters === 'object' && parameters !== null ? (parameters as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** What an undo or a loading of areas counted. */
export const figure = (metrics: unknown, name: string): number => number(metrics, name);
