import type { Position } from 'geojson';

const steps = 24;
const refinements = 3;

/**
 * The point of the largest polygon that lies farthest from its edges, where a label has most room.
 * @param polygons each a list of rings in degrees, outer ring first.
 * @returns [longitude, latitude], or null where no polygon has three corners.
 * Cost: 3 grids of 24² points by the number of corners.
 */
export function labelPoint(polygons: readonly (readonly Position[][])[]): [number, number] | null {
  let largest: readonly Position[][] | null = null;
  let most = 0;
  for (const polygon of polygons) {
    const size = Math.abs(signedArea(polygon[0] ?? []));
    if (size > most) [largest, most] = [polygon, size];
  }
  if (!largest) return null;

  const outer = largest[0]!;
  let [x0, x1] = extent(outer, 0);
  let [y0, y1] = extent(outer, 1);
  // A degree of longitude is shorter than one of latitude; distances are compared in the same unit.
  const squeeze = Math.cos(((y0 + y1) / 2) * (Math.PI / 180));
  let best: [number, number] = [(x0 + x1) / 2, (y0 + y1) / 2];
  let room = -Infinity;
  for (let round = 0; round < refinements; round++) {
    const [dx, dy] = [(x1 - x0) / steps, (y1 - y0) / steps];
    for (let i = 0; i <= steps; i++)
      for (let j = 0; j <= steps; j++) {
        const [x, y] = [x0 + i * dx, y0 + j * dy];
        const distance = signedDistance(x, y, largest, squeeze);
        if (distance > room) [best, room] = [[x, y], distance];
      }
    [x0, x1, y0, y1] = [best[0] - dx, best[0] + dx, best[1] - dy, best[1] + dy];
  }
  return best;
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

/** Distance to the nearest edge, negative outside. */
function signedDistance(x: number, y: number, polygon: readonly Position[][], squeeze: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of polygon)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[j] as [number, number];
      const [bx, by] = ring[i] as [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [ex, ey, px, py] = [(bx - ax) * squeeze, by - ay, (x - ax) * squeeze, y - ay];
      const along = Math.max(0, Math.min(1, (px * ex + py * ey) / (ex * ex + ey * ey || 1)));
      nearest = Math.min(nearest, Math.hypot(px - along * ex, py - along * ey));
    }
  return inside ? nearest : -nearest;
}
