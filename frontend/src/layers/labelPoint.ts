import type { Position } from 'geojson';
import polylabel from 'polylabel';

/** How near the best point the search may stop, as a share of the polygon's shorter side. */
const precision = 0.01;

/**
 * The point of the largest polygon that lies farthest from its edges, where a label has most room.
 * @param polygons each a list of rings in degrees, outer ring first.
 * @returns [longitude, latitude], or null where no polygon has three corners.
 */
export function labelPoint(polygons: readonly (readonly Position[][])[]): [number, number] | null {
  let largest: readonly Position[][] | null = null;
  let most = 0;
  for (const polygon of polygons) {
    const size = Math.abs(signedArea(polygon[0] ?? []));
    if (size > most) [largest, most] = [polygon, size];
  }
  if (!largest) return null;

  // A degree of longitude is shorter than one of latitude; distances are compared in the same unit.
  const [south, north] = extent(largest[0]!, 1);
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const even = largest.map((ring) => ring.map(([x, y]): [number, number] => [x! * squeeze, y!]));
  const [west, east] = extent(even[0]!, 0);
  const [x, y] = polylabel(even, precision * Math.min(east - west, north - south));
  return [x! / squeeze, y!];
}

function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  return ring.length < 4 ? 0 : sum / 2;
}

const extent = (ring: readonly Position[], axis: 0 | 1): [number, number] => [
  ring.reduce((m, p) => Math.min(m, p[axis]!), Infinity),
  ring.reduce((m, p) => Math.max(m, p[axis]!), -Infinity),
];
