import type { Parts } from '../../api/useTrends';
import { mondayOf, toDay, type Day } from '../../state/days';
import { count, measure } from '../../state/figures';

export interface Strip {
  name: string;
  values: (number | null)[];
  observed: boolean;
  extent: readonly [number, number];
  ticks?: readonly number[];
  mark?: (tick: number) => string;
  words?: (value: number) => string;
}

/** The strips of a decomposition, top first; days are shown as weekly means, which one eye can take in. */
export function stripsOf(parts: Parts): { days: Day[]; strips: Strip[] } {
  const daily = parts.seasons.length > 1 || (parts.points.length > 1 && toDay(parts.points[1]!.start) - toDay(parts.points[0]!.start) < 7);
  const year = parts.seasons.findIndex((s) => s.steps > 7);
  const raw = [
    { name: 'Reported', of: (p: Point) => p.observed }, { name: 'Trend', of: (p: Point) => p.trend },
    ...(daily ? (year >= 0 ? [{ name: 'Season of the year', of: (p: Point) => p.seasonals[year]! }] : []) : [{ name: 'Season', of: (p: Point) => p.seasonal }]),
    { name: 'Remainder', of: (p: Point) => p.remainder },
  ];
  const steps = daily ? weeks(parts.points) : parts.points.map((p) => [p]);
  const factors = parts.method === 'MULTIPLICATIVE';
  return {
    days: steps.map((s) => (daily ? mondayOf(toDay(s[0]!.start)) : toDay(s[0]!.start))),
    strips: raw.map(({ name, of }): Strip => {
      const values = steps.map((s) => mean(s.map(of)));
      const known = values.filter((v) => v !== null);
      const whole = name === 'Reported' || name === 'Trend';
      const most = Math.max(whole ? 1 : 0.1, ...known.map(Math.abs));
      if (whole) return { name, values, observed: name === 'Reported', extent: [0, most * 1.05] };
      if (!factors) return { name, values, observed: false, extent: [-most, most] };
      const off = Math.max(0.01, ...known.map((v) => Math.abs(v - 1)));
      return {
        name: `${name}, factor`, values, observed: false, extent: [1 - off, 1 + off], ticks: [1 - off, 1, 1 + off],
        mark: (t) => t.toFixed(2), words: (v) => `${v.toFixed(2)} times the ${name === 'Season' ? 'trend' : 'trend and season'}`,
      };
    }).map((s) => ({ ...s, words: s.words ?? ((v: number) => `${v < 0 ? '−' : ''}${Math.abs(v) < 10 ? measure(Math.abs(v)) : count(Math.abs(v))} reports`) })),
  };
}

/** The season of the week, from Monday, mean of its last year, since a single week of it is mostly noise; null where the method has none. */
export function weekOf(parts: Parts): number[] | null {
  const week = parts.seasons.findIndex((s) => s.steps === 7);
  if (week < 0) return null;
  const last = Array.from({ length: 7 }, (): number[] => []);
  for (const p of parts.points.slice(-364)) last[(((toDay(p.start) + 3) % 7) + 7) % 7]!.push(p.seasonals[week]!);
  const means = last.map(mean);
  return means.every((m) => m !== null) ? means : null;
}

type Point = Parts['points'][number];

/** Points by ISO week; the first and last may be cut. */
function weeks(points: readonly Point[]): Point[][] {
  const found = new Map<Day, Point[]>();
  for (const p of points) {
    const monday = mondayOf(toDay(p.start));
    found.set(monday, [...(found.get(monday) ?? []), p]);
  }
  return [...found.values()];
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((v) => v !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}
