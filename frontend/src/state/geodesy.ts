/** Longitude and latitude, degrees. */
export type LonLat = readonly [longitude: number, latitude: number];

/** Mean radius of the Earth, metres (IUGG); lengths of a city are right to 0.3 %. */
const radius = 6_371_008.8;
const rad = Math.PI / 180;

/** Metres along the great circle (haversine). */
export function metresBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const h = Math.sin(((lat2 - lat1) * rad) / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * radius * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Metres along all points in their order; 0 for fewer than two. */
export const lengthAlong = (points: readonly LonLat[]): number => points.slice(1).reduce((sum, p, i) => sum + metresBetween(points[i]!, p), 0);

/**
 * Square metres inside a ring on the sphere; its last corner joins the first; 0 for fewer than three.
 * Chamberlain & Duquette (2007), JPL Publication 07-03.
 */
export function ringArea(corners: readonly LonLat[]): number {
  if (corners.length < 3) return 0;
  const sum = corners.reduce((s, [lon, lat], i) => {
    const [lon2, lat2] = corners[(i + 1) % corners.length]!;
    return s + (lon2 - lon) * rad * (2 + Math.sin(lat * rad) + Math.sin(lat2 * rad));
  }, 0);
  return Math.abs((sum * radius * radius) / 2);
}

/** Corners of a circle on the sphere, closed. */
export function circleRing([lon, lat]: LonLat, metres: number, corners = 64): LonLat[] {
  const angle = metres / radius;
  return Array.from({ length: corners + 1 }, (_, i) => {
    const bearing = (2 * Math.PI * (i % corners)) / corners;
    const y = Math.asin(Math.sin(lat * rad) * Math.cos(angle) + Math.cos(lat * rad) * Math.sin(angle) * Math.cos(bearing));
    const x = lon * rad + Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(lat * rad), Math.cos(angle) - Math.sin(lat * rad) * Math.sin(y));
    return [x / rad, y / rad];
  });
}
