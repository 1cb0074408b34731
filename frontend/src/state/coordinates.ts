import type { LonLat } from './geodesy';

/** A number, its hemisphere before or after it: "39.74", "-104.99", "39.74° N", "W 104.99". */
const part = String.raw`([NSEWnsew])?\s*([+\-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEWnsew])?`;
const pattern = new RegExp(`^\\s*${part}\\s*(?:[,;]\\s*|\\s+)${part}\\s*$`);

/** Latitude and longitude as people write them, latitude first unless letters say otherwise; null where the text is none. */
export function coordinates(text: string): LonLat | null {
  const m = pattern.exec(text);
  if (!m) return null;
  const read = (before: string | undefined, digits: string, after: string | undefined) => {
    const side = (before ?? after ?? '').toUpperCase();
    const value = Number(digits.replace('−', '-'));
    return { side, value: side === 'S' || side === 'W' ? -Math.abs(value) : value, twice: before !== undefined && after !== undefined };
  };
  const [a, b] = [read(m[1], m[2]!, m[3]), read(m[4], m[5]!, m[6])];
  const swapped = a.side === 'E' || a.side === 'W';
  const [latitude, longitude] = swapped ? [b, a] : [a, b];
  const usable = [a, b].every((p) => !p.twice) && ['', 'N', 'S'].includes(latitude.side) && ['', 'E', 'W'].includes(longitude.side);
  return usable && Math.abs(latitude.value) <= 85 && Math.abs(longitude.value) <= 180 ? [longitude.value, latitude.value] : null;
}

/** "39.74000° N, 104.99000° W" */
export const placeInWords = ([longitude, latitude]: LonLat): string =>
  `${Math.abs(latitude).toFixed(5)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude).toFixed(5)}° ${longitude < 0 ? 'W' : 'E'}`;
