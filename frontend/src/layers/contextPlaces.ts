import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

export const contextPlaceFeatures = (places: readonly { name: string | null; location: Geometry }[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: places.map(({ name, location }): Feature => ({ type: 'Feature', properties: { name }, geometry: location })),
});

const radius: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 9, 2, 12, 3.5, 16, 6];

/** Hollow rings: a place is no report, and what lies under it stays visible. Names from zoom 14. */
export const contextPlaces = (palette: Palette, places: FeatureCollection, opacity: number): Drawing => ({
  sources: { 'context-places': { type: 'geojson', data: places } },
  layers: [
    {
      id: 'context-places-casing', type: 'circle', source: 'context-places',
      paint: { 'circle-opacity': 0, 'circle-radius': radius, 'circle-stroke-color': palette('map-halo'), 'circle-stroke-width': 4, 'circle-stroke-opacity': opacity },
    },
    {
      id: 'context-places', type: 'circle', source: 'context-places',
      // The middle is not quite nothing: the pointer must find it.
      paint: { 'circle-color': palette('map-halo'), 'circle-opacity': 0.01, 'circle-radius': radius, 'circle-stroke-color': palette('ink'), 'circle-stroke-width': 1.75, 'circle-stroke-opacity': opacity },
    },
    {
      id: 'context-place-names', type: 'symbol', source: 'context-places', minzoom: 14, filter: ['has', 'name'],
      layout: { 'text-field': ['get', 'name'], 'text-font': ['Inter Medium'], 'text-size': 11, 'text-offset': [0, 0.8], 'text-anchor': 'top' },
      paint: { 'text-color': palette('ink'), 'text-halo-color': palette('map-halo'), 'text-halo-width': 1.5, 'text-opacity': opacity },
    },
  ],
});
