/** Maps a domain to pixels by a straight line. */
export const linear = (d0: number, d1: number, r0: number, r1: number) => (v: number): number =>
  d1 === d0 ? r0 : r0 + ((v - d0) / (d1 - d0)) * (r1 - r0);

/** Round ticks from 0 to at most `max`, about `wanted` of them and one above 0 where a whole number is; a count axis always starts at 0. */
export function countTicks(max: number, wanted: number): number[] {
  if (!(max > 0)) return [0];
  const rough = max / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 5, 10].map((m) => m * power);
  const enough = steps.find((s) => s >= rough)!;
  const step = Math.max(1, enough <= max ? enough : steps.findLast((s) => s <= max)!);
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => +(i * step).toPrecision(12));
}

/** Class 1–8 of a count on the sequential ramp, 0 for none. */
export const rampClass = (n: number, max: number): number => (n <= 0 || max <= 0 ? 0 : Math.min(8, 1 + Math.floor((n / max) * 7.999)));
