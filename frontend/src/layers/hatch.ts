import type { Palette } from './palette';

/** Device pixels a CSS pixel of the pattern; the map halves them again. */
export const hatchRatio = 2;
/**
 * Side of the repeating tile in CSS pixels. The map scales patterns by 1 to 2 between whole zooms: tiles of 7 and 4 px
 * give a hatch every 5–10 px (7 on average) and every 3–6 px (4 on average).
 */
const sides = { wide: 7, narrow: 4 };
const lineWidth = 0.9;

export const hatchName = (narrow: boolean, inverse: boolean): string => `hatch-${narrow ? 'narrow' : 'wide'}${inverse ? '-inverse' : ''}`;

/** The four patterns of a theme as RGBA pixels, by the name that `risk` asks for. */
export function hatches(palette: Palette): ReadonlyMap<string, { width: number; height: number; data: Uint8ClampedArray }> {
  const all = new Map<string, { width: number; height: number; data: Uint8ClampedArray }>();
  for (const narrow of [false, true])
    for (const inverse of [false, true])
      all.set(hatchName(narrow, inverse), tile(narrow ? sides.narrow : sides.wide, rgba(palette(inverse ? 'hatch-inv' : 'hatch'))));
  return all;
}

/** A square whose one diagonal line continues in the next tile on each side. */
function tile(side: number, [r, g, b, alpha]: readonly [number, number, number, number]) {
  const n = side * hatchRatio;
  const data = new Uint8ClampedArray(n * n * 4);
  for (let y = 0; y < n; y++)
    for (let x = 0; x < n; x++) {
      // Distance from the line x + y = n·k, in CSS pixels; half a device pixel of ramp smooths its edge.
      const offset = (x + y + 1) % n;
      const distance = Math.min(offset, n - offset) / Math.SQRT2 / hatchRatio;
      const cover = Math.max(0, Math.min(1, (lineWidth / 2 - distance) * hatchRatio + 0.5));
      data.set([r, g, b, alpha * 255 * cover], (y * n + x) * 4);
    }
  return { width: n, height: n, data };
}

/** "rgb(20 24 27 / .62)" or, as a minifier writes it, "#14181b9e" → [20, 24, 27, 0.62]. @throws Error on another notation. */
export function rgba(css: string): [number, number, number, number] {
  const plain = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)[ ,/]+([\d.]+)\)$/.exec(css);
  if (plain) return [Number(plain[1]), Number(plain[2]), Number(plain[3]), Number(plain[4])];
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(css.length === 5 ? css.replace(/[\da-f]/gi, '$&$&') : css);
  if (!hex) throw new Error(`A hatch colour must read rgb(r g b / a) or #rrggbbaa, got "${css}".`);
  const byte = (i: number) => parseInt(hex[i]!, 16);
  return [byte(1), byte(2), byte(3), byte(4) / 255];
}

/** "#c8102e" or "#abc" → its three bytes. @throws Error on another notation. */
export function rgb(css: string): [number, number, number] {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(css.length === 4 ? css.replace(/[\da-f]/gi, '$&$&') : css);
  if (!hex) throw new Error(`A colour must read #rrggbb, got "${css}".`);
  return [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16), parseInt(hex[3]!, 16)];
}
