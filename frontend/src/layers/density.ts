import type { Box, Drawing } from './drawing';

/** A surface: a picture that the server coloured and the client cut at the city's edge. */
export const surface = (id: 'density' | 'change', picture: HTMLCanvasElement, box: Box, opacity: number): Drawing => ({
  sources: { [id]: { type: 'picture', picture, box } },
  layers: [{ id, type: 'raster', source: id, paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0 } }],
});

/** Where a value lies on the legend's bar, 0–1: square root, from 1 % of the maximum up. */
export const rampPosition = (value: number, max: number): number => (Math.sqrt(value / max) - 0.1) / 0.9;

/**
 * Round values whose places on the bar lie at least `gap` apart, from the bar's start to its end.
 * @param max incidents/km² at the bar's end; none where it is 0: the surface of a window without reports.
 */
export function densityTicks(max: number, gap = 0.11): number[] {
  if (!(max > 0)) return [];
  const ticks: number[] = [];
  let last = -Infinity;
  for (let power = Math.floor(Math.log10(max * 0.01)); power <= Math.log10(max); power++)
    for (const step of [1, 1.5, 2, 3, 5, 7, 9]) {
      const value = +(step * 10 ** power).toPrecision(2);
      const at = rampPosition(value, max);
      if (at >= 0 && at <= 1 && at - last >= gap) {
        ticks.push(value);
        last = at;
      }
    }
  return ticks;
}
