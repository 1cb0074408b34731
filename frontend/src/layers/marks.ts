import { rgb } from './hatch';
import type { Palette } from './palette';

/** Marks that tell patterns apart where colour alone cannot; paths in a box of 16 × 16, drawn with a line of 1.6. */
export const marks = {
  dot: 'M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8',
  bars: 'M6 4v8M10 4v8',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  dots: 'M3.6 8h.01M8 8h.01M12.4 8h.01',
  wave: 'M2.5 9.5q2.75-6 5.5-1.5t5.5-1.5',
  ring: 'M8 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7',
} as const;

export type Mark = keyof typeof marks;

/** Fills darker than this wear light marks: the luminance at which black and white contrast alike. */
const middle = 0.18;
const tones = ['dark', 'light'] as const;
export const toneOn = (fill: string): (typeof tones)[number] => (luminance(rgb(fill)) > middle ? 'dark' : 'light');
export const markName = (mark: Mark, fill: string): string => `mark-${mark}-${toneOn(fill)}`;
export const markToken = (fill: string): string => `mark-${toneOn(fill)}`;

/** Device pixels a CSS pixel of a mark. */
export const markRatio = 2;

/** Every mark in both tones as pixels, by the name that `markName` gives. */
export function markImages(palette: Palette): ReadonlyMap<string, ImageData> {
  const side = 16 * markRatio;
  const all = new Map<string, ImageData>();
  for (const [mark, path] of Object.entries(marks))
    for (const tone of tones) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = side;
      // The pixels are read at once: they must not travel to the graphics card and back.
      const pen = canvas.getContext('2d', { willReadFrequently: true })!;
      pen.scale(markRatio, markRatio);
      pen.lineWidth = mark === 'dots' ? 2.6 : 1.8;
      pen.lineCap = pen.lineJoin = 'round';
      pen.strokeStyle = pen.fillStyle = palette(`mark-${tone}`);
      if (mark === 'dot') pen.fill(new Path2D(path));
      pen.stroke(new Path2D(path));
      all.set(`mark-${mark}-${tone}`, pen.getImageData(0, 0, side, side));
    }
  return all;
}

/** Relative luminance, WCAG 2.2. */
function luminance([r, g, b]: readonly [number, number, number]): number {
  const linear = (byte: number) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
