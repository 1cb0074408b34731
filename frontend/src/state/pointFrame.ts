import type { Geometry } from 'geojson';
import { boxOf } from '../layers/areaFeatures';

export interface Frame { west: number; south: number; east: number; north: number; place: (lon: number, lat: number) => { x: number; y: number } }

/** A few stray points must not shrink a city to a dot: of each side's points this share lies outside the frame. */
const strayShare = 0.01;
const margin = 14;

/**
 * The part of the earth that shows areas and nearly all points, north up, longitudes shortened by the cosine of the middle latitude.
 * @returns null where there is nothing to show.
 */
export function frameOf(points: readonly (readonly number[])[], areas: readonly Geometry[], width: number, height: number): Frame | null {
  const box = boxOf(areas.map((geometry) => ({ geometry })));
  const sides = (axis: 0 | 1) => {
    const sorted = points.map((p) => p[axis]!).sort((a, b) => a - b);
    const cut = Math.floor(strayShare * sorted.length);
    return sorted.length > 0 ? { least: sorted[cut]!, most: sorted[sorted.length - 1 - cut]! } : null;
  };
  const [lon, lat] = [sides(0), sides(1)];
  if (!lon || !lat || width <= 2 * margin || height <= 2 * margin) return null;
  const least = 0.004;
  const [west, east] = widened(Math.min(lon.least, box?.west ?? Infinity), Math.max(lon.most, box?.east ?? -Infinity), least);
  const [south, north] = widened(Math.min(lat.least, box?.south ?? Infinity), Math.max(lat.most, box?.north ?? -Infinity), least);
  const squeeze = Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const scale = Math.min((width - 2 * margin) / ((east - west) * squeeze), (height - 2 * margin) / (north - south));
  const [midLon, midLat] = [(west + east) / 2, (south + north) / 2];
  const place = (x: number, y: number) => ({ x: width / 2 + (x - midLon) * squeeze * scale, y: height / 2 - (y - midLat) * scale });
  const [halfLon, halfLat] = [width / 2 / scale / squeeze, height / 2 / scale];
  return { west: midLon - halfLon, east: midLon + halfLon, south: midLat - halfLat, north: midLat + halfLat, place };
}

function widened(low: number, high: number, least: number): [number, number] {
  const more = Math.max(0, (least - (high - low)) / 2);
  return [low - more, high + more];
}

/** Two to five round degrees between two limits. */
export function meridians(low: number, high: number): number[] {
  const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60];
  const step = steps.find((s) => (high - low) / s <= 4) ?? 90;
  const found: number[] = [];
  for (let n = Math.ceil(low / step); n * step <= high; n++) found.push(+(n * step).toFixed(3));
  return found;
}
