/** How the layers are computed, where there are a few ways; the first of each is the default. */
export const optionChoices = {
  /** Kernels as wide everywhere, or wider where reports are sparse. */
  kernel: ['fixed', 'adaptive'],
  clusters: ['dbscan', 'hdbscan', 'st-dbscan'],
  unit: ['hexagon', 'square', 'area'],
  /** How sure a hot spot is: by its test, or by how many settings agree. */
  sure: ['test', 'settings'],
  /** The top of the density scale: this picture's highest, that of any window as long, or ranks of cells. */
  scale: ['own', 'absolute', 'percentile'],
  measure: ['difference', 'ratio'],
  /** How a series is taken apart. */
  parts: ['stl', 'mstl', 'additive', 'multiplicative'],
  /** Months in a row, or a line a year. */
  months: ['line', 'years'],
} as const;

export type Options = { [Name in keyof typeof optionChoices]: (typeof optionChoices)[Name][number] };

export const defaultOptions = Object.fromEntries(Object.entries(optionChoices).map(([name, choices]) => [name, choices[0]])) as Options;

/** Reads options from an address; what is not among the choices falls back to the default. */
export function parseOptions(q: URLSearchParams): Options {
  const chosen = Object.entries(optionChoices).map(([name, choices]) => [name, (choices as readonly string[]).find((c) => c === q.get(name)) ?? choices[0]]);
  return Object.fromEntries(chosen) as Options;
}
