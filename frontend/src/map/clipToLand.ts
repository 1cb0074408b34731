import type { Geometry } from 'geojson';
import { ringsOf } from '../layers/areaFeatures';
import type { Box } from '../layers/drawing';

/** Longest side of the picture after clipping, px: 30 m a pixel for a city of 45 km; coarser while it moves. */
const longest = { still: 1536, moving: 640 };

/**
 * Cuts a picture at the city's outline, so that smoothing does not claim incidents outside the city.
 * @param image in EPSG:3857, its corners at the box's.
 * @param land the city in degrees; null = the whole picture.
 * @param pace `moving` trades a sharp edge for speed while the picture changes many times a second.
 */
export function clipToLand(image: ImageBitmap | HTMLImageElement, box: Box, land: Geometry | null, pace: keyof typeof longest): HTMLCanvasElement {
  const scale = Math.min(4, longest[pace] / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext('2d')!;
  if (land) {
    pen.fill(outline(box, land, canvas.width, canvas.height), 'evenodd');
    pen.globalCompositeOperation = 'source-in';
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The last outlines, since one city's pictures share their frame. */
const outlines = new WeakMap<Geometry, Map<string, Path2D>>();

function outline(box: Box, land: Geometry, width: number, height: number): Path2D {
  const known = outlines.get(land) ?? new Map<string, Path2D>();
  outlines.set(land, known);
  const key = [box.west, box.south, box.east, box.north, width, height].join();
  const path = known.get(key) ?? trace(box, land, width, height);
  if (known.size > 4) known.clear();
  known.set(key, path);
  return path;
}

function trace(box: Box, land: Geometry, width: number, height: number): Path2D {
  const top = mercator(box.north);
  const kx = width / (box.east - box.west);
  const ky = height / (top - mercator(box.south));
  const path = new Path2D();
  for (const ring of ringsOf(land).flat()) {
    ring.forEach(([lon, lat], i) => {
      const [x, y] = [(lon! - box.west) * kx, (top - mercator(lat!)) * ky];
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}

const mercator = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
