import { pngOf, sharpness as ratio } from '../../charts/pngOf';
import type { Palette } from '../../layers/palette';
import type { Rect } from '../../map/hideCoveredLabels';
import type { MapControls } from '../../map/MapCanvas';
import { mapFrame, type Frame } from './mapFrame';

interface Asked {
  controls: MapControls;
  /** The other window's map, and where it begins, px of the map; null for one window. */
  twin: { controls: MapControls; at: number } | null;
  /** What cards cover; only the free part is taken. */
  padding: Rect;
  size: { width: number; height: number };
  frame: Omit<Frame, 'picture' | 'split'> & { split: { left: string; right: string } | null };
  palette: Palette;
  format: 'png' | 'svg';
}

/** The free part of the map in its frame, as a file. */
export async function mapPicture({ controls, twin, padding, size, frame, palette, format }: Asked): Promise<Blob> {
  const [width, height] = [Math.round(size.width - padding.left - padding.right), Math.round(size.height - padding.bottom)];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const pen = canvas.getContext('2d')!;
  pen.drawImage(await controls.capture(ratio), -padding.left * ratio, 0);
  if (twin) {
    pen.beginPath();
    pen.rect((twin.at - padding.left) * ratio, 0, canvas.width, canvas.height);
    pen.clip();
    pen.drawImage(await twin.controls.capture(ratio), -padding.left * ratio, 0);
  }
  const svg = mapFrame({ ...frame, picture: { href: canvas.toDataURL('image/png'), width, height }, split: frame.split && twin && { ...frame.split, at: twin.at - padding.left } }, palette);
  return format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : pngOf(svg);
}
