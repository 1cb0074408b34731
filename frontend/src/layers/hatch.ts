import type { Palette } from './palette';

/** Device pixels a CSS pixel of the pattern; the map halves them again. */
export const hatchRatio = 2;
/** Side of the repeating tile in CSS pixels: a 45° hatch every 7 px repeats every 7·√2 ≈ 10 px, one every 4 px every 6. */
const sides = { wide: 10, narrow: 6 };

export const hatchName = (narrow: boolean, inverse: boolean): string => `hatch-${narrow ? 'narrow' : 'wide'}${inverse ? '-inverse' : ''}`;

/** The four patterns of a theme as RGBA pixels, by the name that `risk` asks for. */
export function hatches(palette: Palette): ReadonlyMap<string, { width: number; height: number; data: Uint8ClampedArray }> {
  const all = new Map<string, { width: number; height: number; data: Uint8ClampedArray }>();
  for (const narrow of [false, true])
    for (const inverse of [false, true])
      all.set(hatchName(narrow, inverse), tile(narrow ? sides.narrow : sides.wide, rgba(palette(inverse ? 'hatch-inv' : 'hatch'))));
  return all;
}

/** A square whose one diagonal line, 1.3 px wide, continues in the next tile on each side. */
function tile(side: number, [r, g, b, alpha]: readonly [number, number, number, number]) {
  const n = side * hatchRatio;
  const data = new Uint8ClampedArray(n * n * 4);
  for (let y = 0; y < n; y++)
    for (let x = 0; x < n; x++) {
      // Distance from the line x + y = n·k, in CSS pixels; half a device pixel of ramp smooths its edge.
      const offset = (x + y + 1) % n;
      const distance = Math.min(offset, n - offset) / Math.SQRT2 / hatchRatio;
      const cover = Math.max(0, Math.min(1, (0.65 - distance) * hatchRatio + 0.5));
      data.set([r, g, b, alpha * 255 * cover], (y * n + x) * 4);
    }
  return { width: n, height: n, data };
}

/** "rgb(20 24 27 / .62)" → [20, 24, 27, 0.62]. @throws Error on another notation. */
function rgba(css: string): [number, number, number, number] {
  const found = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(css);
  if (!found) throw new Error(`A hatch colour must read rgb(r g b / a), got "${css}".`);
  return [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4])];
}
