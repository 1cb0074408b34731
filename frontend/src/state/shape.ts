import type { WhereInput } from '../api/generated';
import type { Polygon } from 'geojson';
import { circleRing, ringArea, type LonLat } from './geodesy';

/** A place that the user drew. */
export type Shape = { kind: 'circle'; centre: LonLat; metres: number } | { kind: 'polygon'; corners: readonly LonLat[] };

export const radiusRange = { min: 50, max: 20_000 };
/** More would make addresses that do not fit into a mail. */
export const mostCorners = 60;

/** "circle:39.74,-104.99,800" or "polygon:lat,lon,lat,lon,…"; null where it is neither. */
export function parseShape(text: string | null): Shape | null {
  const [kind, rest] = [text?.slice(0, text.indexOf(':')), text?.slice(text.indexOf(':') + 1) ?? ''];
  if (kind === 'polygon') {
    const corners = parsePoints(rest);
    return corners.length >= 3 && corners.length <= mostCorners ? { kind, corners } : null;
  }
  const [latitude, longitude, metres] = rest.split(',').map(Number);
  const centre = kind === 'circle' ? parsePoints(`${latitude},${longitude}`)[0] : undefined;
  return centre && metres! >= radiusRange.min && metres! <= radiusRange.max ? { kind: 'circle', centre, metres: metres! } : null;
}

export const formatShape = (s: Shape): string =>
  s.kind === 'circle' ? `circle:${formatPoints([s.centre])},${Math.round(s.metres)}` : `polygon:${formatPoints(s.corners)}`;

/** The shape that its address stands for: coordinates to a metre. */
export const asWritten = (s: Shape): Shape => parseShape(formatShape(s)) ?? s;

/** "lat,lon,lat,lon" → points; none where any number is missing or out of range. */
export function parsePoints(text: string | null): LonLat[] {
  if (!text) return [];
  const n = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const usable = n.length % 2 === 0 && n.every((v, i) => Math.abs(v) <= (i % 2 === 0 ? 85 : 180));
  return usable ? Array.from({ length: n.length / 2 }, (_, i) => [n[2 * i + 1]!, n[2 * i]!] as const) : [];
}

/** Five decimals: a metre. */
export const formatPoints = (points: readonly LonLat[]): string => points.map(([lon, lat]) => `${+lat.toFixed(5)},${+lon.toFixed(5)}`).join(',');

/** The API's form of a shape. */
export const whereOf = (s: Shape): WhereInput =>
  s.kind === 'circle' ? { near: { longitude: s.centre[0], latitude: s.centre[1], metres: s.metres } } : { polygon: outlineOf(s) };

export const outlineOf = (s: Shape): Polygon => {
  const ring = s.kind === 'circle' ? circleRing(s.centre, s.metres) : [...s.corners, s.corners[0]!];
  return { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y])] };
};

export const squareKilometresOf = (s: Shape): number => (s.kind === 'circle' ? Math.PI * s.metres ** 2 : ringArea(s.corners)) / 1e6;

/** True where two sides of the ring cross, so that it has no inside. */
export function crosses(corners: readonly LonLat[]): boolean {
  const side = (i: number) => [corners[i]!, corners[(i + 1) % corners.length]!] as const;
  const turn = ([ax, ay]: LonLat, [bx, by]: LonLat, [cx, cy]: LonLat) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  return corners.some((_, i) => corners.some((_, j) => {
    if (j <= i + 1 || (i === 0 && j === corners.length - 1)) return false;
    const [[a, b], [c, d]] = [side(i), side(j)];
    return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
  }));
}
