import type { RiskBasis } from '../api/generated';

export interface RiskWeights { volume: number; momentum: number; hotspot: number; severity: number }

/** What the risk page adds to the address; the horizon is the map layer's own parameter. */
export interface RiskView {
  /** As the hand sets them, 0–1 each; the server takes their shares. */
  weights: RiskWeights;
  per: RiskBasis;
  severityWeighted: boolean;
  /** ISO date whose knowledge is used; null = all that is complete. */
  asOf: string | null;
  /** What a record that officers started counts, 0–1. */
  officerWeight: number;
}

export const defaultWeights: RiskWeights = { volume: 0.5, momentum: 0.3, hotspot: 0.1, severity: 0.1 };
export const weightNames = Object.keys(defaultWeights) as readonly (keyof RiskWeights)[];
export const defaultRisk: RiskView = { weights: defaultWeights, per: 'COUNT', severityWeighted: false, asOf: null, officerWeight: 1 };

const bases: Record<string, RiskBasis> = { km2: 'SQUARE_KILOMETRE', resident: 'RESIDENT' };

export const sameWeights = (a: RiskWeights, b: RiskWeights): boolean => weightNames.every((n) => a[n] === b[n]);

/** Shares of the weights, summing to 1; null where all are 0. */
export function shares(weights: RiskWeights): RiskWeights | null {
  const sum = weightNames.reduce((s, n) => s + weights[n], 0);
  if (sum <= 0) return null;
  return { volume: weights.volume / sum, momentum: weights.momentum / sum, hotspot: weights.hotspot / sum, severity: weights.severity / sum };
}

export function parseRisk(q: URLSearchParams): RiskView {
  const given = (q.get('weights') ?? '').split(',').map((t) => (t.trim() === '' ? NaN : Number(t)));
  const usable = given.length === 4 && given.every((w) => w >= 0 && w <= 1);
  const [volume, momentum, hotspot, severity] = given as [number, number, number, number];
  const [asOf, guard] = [q.get('asof'), q.get('guard')];
  return {
    weights: usable ? { volume, momentum, hotspot, severity } : defaultWeights,
    per: bases[q.get('per') ?? ''] ?? 'COUNT',
    severityWeighted: q.get('sev') === '1',
    asOf: asOf && /^\d{4}-\d\d-\d\d$/.test(asOf) ? asOf : null,
    officerWeight: guard !== null && guard.trim() !== '' && Number(guard) >= 0 && Number(guard) <= 1 ? Number(guard) : 1,
  };
}

/** Name and text of each parameter that is not the default. */
export function formatRisk(r: RiskView): [string, string | null | false][] {
  return [
    ['weights', !sameWeights(r.weights, defaultWeights) && weightNames.map((n) => r.weights[n]).join(',')],
    ['per', Object.keys(bases).find((k) => bases[k] === r.per) ?? null],
    ['sev', r.severityWeighted && '1'],
    ['asof', r.asOf],
    ['guard', r.officerWeight !== 1 && String(r.officerWeight)],
  ];
}
