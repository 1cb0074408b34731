import type { Geometry } from 'geojson';
import { ringsOf } from '../layers/areaFeatures';
import type { Box } from '../layers/drawing';

/** Longest side of the picture after clipping: 30 m a pixel for a city of 45 km. */
const longest = 1536;

/**
 * Cuts a picture at the outline of the areas, so that smoothing does not claim incidents outside the city.
 * @param image in EPSG:3857, its corners at the box's.
 * @param areas polygons in degrees; none = the whole picture.
 */
export function clipToLand(image: ImageBitmap | HTMLImageElement, box: Box, areas: readonly { geometry: Geometry }[]): HTMLCanvasElement {
  const scale = Math.max(1, Math.min(4, longest / Math.max(image.width, image.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext('2d')!;
  if (areas.length > 0) pen.clip(outline(box, areas, canvas.width, canvas.height), 'nonzero');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function outline(box: Box, areas: readonly { geometry: Geometry }[], width: number, height: number): Path2D {
  const top = mercator(box.north);
  const kx = width / (box.east - box.west);
  const ky = height / (top - mercator(box.south));
  const path = new Path2D();
  for (const { geometry } of areas)
    for (const polygon of ringsOf(geometry))
      for (const ring of polygon) {
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
