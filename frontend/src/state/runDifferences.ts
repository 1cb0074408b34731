/** What of a run can differ from another. */
export interface ComparedRun { id: string; study: string; parameters: unknown; datasetVersion: string | null; codeVersion: string; seed: number | null; metrics: unknown; seconds: number | null }

export interface Difference { name: string; a: string; b: string; /** b − a where both are numbers. */ change: number | null }
export interface RunDifferences { parameters: Difference[]; data: Difference[]; code: Difference[]; metrics: Difference[]; /** Why results moved, in one sentence. */ why: string }

type Leaf = string | number | boolean | null;

/** Every plain value of a JSON value by its path: {"a":{"b":[1]}} → "a.b.0" → 1. */
export function leaves(value: unknown, path = ''): Map<string, Leaf> {
  if (value === null || typeof value !== 'object') return path === '' ? new Map() : new Map([[path, value as Leaf]]);
  return new Map(Object.entries(value).flatMap(([k, v]) => [...leaves(v, path === '' ? k : `${path}.${k}`)]));
}

const said = (v: Leaf | undefined): string => (v === undefined || v === null ? '–' : typeof v === 'number' ? String(Number.isInteger(v) ? v : +v.toPrecision(5)).replace('-', '−') : String(v));

function between(a: ReadonlyMap<string, Leaf>, b: ReadonlyMap<string, Leaf>): Difference[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((k) => (a.get(k) ?? null) !== (b.get(k) ?? null)).map((name) => {
    const [x, y] = [a.get(name), b.get(name)];
    return { name, a: said(x), b: said(y), change: typeof x === 'number' && typeof y === 'number' ? y - x : null };
  });
}

/** What differs between two runs, and nothing else. */
export function runDifferences(a: ComparedRun, b: ComparedRun): RunDifferences {
  const plain = (name: string, x: Leaf, y: Leaf) => between(new Map([[name, x]]), new Map([[name, y]]));
  const parameters = [...plain('study', a.study, b.study), ...between(leaves(a.parameters), leaves(b.parameters)), ...plain('seed', a.seed, b.seed)];
  const data = plain('data version', a.datasetVersion, b.datasetVersion);
  const code = plain('code version', a.codeVersion, b.codeVersion);
  const metrics = between(leaves(a.metrics), leaves(b.metrics));
  return { parameters, data, code, metrics, why: reason(a, b, parameters, data, code, metrics) };
}

function reason(a: ComparedRun, b: ComparedRun, parameters: Difference[], data: Difference[], code: Difference[], metrics: Difference[]): string {
  if (a.study !== b.study) return 'These runs answer different questions: their results do not compare.';
  const causes = [
    ...(parameters.length > 0 ? [parameters.length <= 3 ? `other parameters (${parameters.map((p) => p.name).join(', ')})` : `${parameters.length} other parameters`] : []),
    ...(data.length > 0 ? [`other data (${data[0]!.a} and ${data[0]!.b})`] : []),
    ...(code.length > 0 ? ['other code'] : []),
  ];
  const moved = metrics.length > 0;
  const names = [a, b].map((r) => [...leaves(r.metrics)].filter(([, v]) => typeof v === 'number').map(([k]) => k));
  const comparable = names[0]!.some((n) => names[1]!.includes(n));
  if (!comparable) return `${causes.length > 0 ? `The runs had ${list(causes)}` : 'Nothing that goes into these runs differs'}; they kept no metric in common, so that their results do not compare here.`;
  if (causes.length === 0) return moved ? 'Nothing that goes into these runs differs, yet their results do: one of them did not finish, or its metrics are older.' : 'Nothing that goes into these runs differs, and neither do their results.';
  if (!moved) return `The runs had ${list(causes)}; their metrics are the same.`;
  return causes.length === 1 ? `Results moved because the second run had ${causes[0]}.` : `Results moved with ${list(causes)}; these two runs cannot tell which of them did it.`;
}

const list = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`);
