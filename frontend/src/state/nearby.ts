import type { NearbyData } from '../api/useLayers';
import { metres, pValue } from './figures';

const surely = 0.05;

/** "100–200 m", "800 m – 1.6 km", "over 1.6 km" */
export const bandInWords = (b: { fromMetres: number; toMetres: number | null }): string =>
  b.toMetres === null ? `over ${metres(b.fromMetres)}` : b.fromMetres === 0 ? `up to ${metres(b.toMetres)}` : b.toMetres < 1000 ? `${b.fromMetres}–${metres(b.toMetres)}` : `${metres(b.fromMetres)} – ${metres(b.toMetres)}`;

const times = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}\u202f×`;

/** What the first band and the cross-K of the same distance say; null where there is nothing to say. */
export function nearbyVerdict(layer: Pick<NearbyData, 'distances' | 'crossK' | 'against' | 'incidents'>): string | null {
  const [band] = layer.distances;
  const [row] = layer.crossK;
  if (layer.incidents === 0 || !band || band.ratio === null || band.toMetres === null) return null;
  const within = `Within ${metres(band.toMetres)} of one`;
  const dense = band.p >= surely
    ? `${within}, reports lie about as dense as over the city (${pValue(band.p)}).`
    : `${within}, reports lie ${times(band.ratio)} as dense as over the city (${pValue(band.p)}).`;
  if (!row || layer.against !== 'ALL_REPORTS') return dense;
  const others = 'reports of all offences do';
  if (row.p >= surely) return `${dense} They keep neither closer to them nor farther than ${others} (${pValue(row.p)}).`;
  return `${dense} They keep ${row.placesPerIncident > row.expected ? 'closer' : 'less close'} to them than ${others} (${pValue(row.p)}).`;
}
