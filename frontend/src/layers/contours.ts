import type { FeatureCollection } from 'geojson';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** Per cents of the volume, most concentrated first, with the width of their line in px. */
export const volumes: readonly { volume: number; width: number }[] = [
  { volume: 50, width: 2.2 }, { volume: 75, width: 1.6 }, { volume: 90, width: 1.1 }, { volume: 95, width: 0.7 },
];

/** Lines around the smallest ground that holds each share of the reports, the thicker the more concentrated. */
export function contours(palette: Palette, bands: FeatureCollection, opacity: number): Drawing {
  const width = (extra: number) => ['match', ['get', 'volume'], ...volumes.flatMap((v) => [v.volume, v.width + extra]), 1] as unknown as number;
  return {
    sources: { contours: { type: 'geojson', data: bands } },
    layers: [
      { id: 'contour-case', type: 'line', source: 'contours', paint: { 'line-color': palette('map-halo'), 'line-width': width(2), 'line-opacity': 0.6 * opacity } },
      { id: 'contour-lines', type: 'line', source: 'contours', paint: { 'line-color': palette('map-select'), 'line-width': width(0), 'line-opacity': opacity } },
      {
        id: 'contour-names', type: 'symbol', source: 'contours', minzoom: 11,
        layout: { 'symbol-placement': 'line', 'text-field': ['concat', ['to-string', ['get', 'volume']], '\u202f%'], 'text-font': ['Inter Bold'], 'text-size': 11, 'symbol-spacing': 320 },
        paint: { 'text-color': palette('map-label'), 'text-halo-color': palette('map-halo'), 'text-halo-width': 1.6, 'text-opacity': opacity },
      },
    ],
  };
}
