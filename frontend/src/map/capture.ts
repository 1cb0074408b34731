import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Draws the map once at another resolution and copies it.
 * @param ratio device pixels a CSS pixel. @param prepare before it is drawn. @param restore afterwards.
 * @returns a canvas of the map's size × ratio.
 */
export async function capture(map: MapLibreMap, ratio: number, prepare: () => void, restore: () => void): Promise<HTMLCanvasElement> {
  const before = map.getPixelRatio();
  try {
    prepare();
    map.setPixelRatio(ratio);
    // Tiles and names of the new resolution come first.
    await new Promise<void>((resolve) => { map.once('idle', () => resolve()); });
    return await new Promise((resolve) => {
      // The browser clears the drawing after the frame; only within it can it be read.
      map.once('render', () => {
        const canvas = document.createElement('canvas');
        const from = map.getCanvas();
        [canvas.width, canvas.height] = [from.width, from.height];
        canvas.getContext('2d')!.drawImage(from, 0, 0);
        resolve(canvas);
      });
      map.triggerRepaint();
    });
  } finally {
    map.setPixelRatio(before);
    restore();
  }
}
