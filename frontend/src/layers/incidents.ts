import type { IncidentFilter } from '../api/generated';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** Where the tiles of the filtered incidents are, root-relative, with {z}/{x}/{y} left in. `version` keeps caches apart. */
export function incidentTiles(jurisdiction: string, filter: IncidentFilter, version: string): string {
  const q = new URLSearchParams();
  if (filter.from) q.set('from', filter.from);
  if (filter.to) q.set('to', filter.to);
  if (filter.categories?.length) q.set('categories', filter.categories.join(','));
  q.set('v', version);
  return `/tiles/${encodeURIComponent(jurisdiction)}/incidents/{z}/{x}/{y}.mvt?${q}`;
}

/** Below zoom 12 discs whose area grows with the count; from 12 on one dot an incident. */
export function incidents(palette: Palette, tiles: string, opacity: number): Drawing {
  return {
    sources: { incidents: { type: 'vector', tiles: [tiles] } },
    layers: [
      {
        id: 'incident-discs', type: 'circle', source: 'incidents', 'source-layer': 'incidents', maxzoom: 12, filter: ['has', 'count'],
        layout: { 'circle-sort-key': ['get', 'count'] },
        paint: {
          'circle-color': palette('c-bar-on'), 'circle-opacity': 0.82 * opacity,
          'circle-radius': ['min', 26, ['+', 2, ['*', 0.8, ['sqrt', ['get', 'count']]]]],
          'circle-stroke-color': palette('map-halo'), 'circle-stroke-width': 1, 'circle-stroke-opacity': opacity,
        },
      },
      {
        id: 'incident-dots', type: 'circle', source: 'incidents', 'source-layer': 'incidents', minzoom: 12, filter: ['!', ['has', 'count']],
        paint: {
          'circle-color': palette('ink'), 'circle-opacity': 0.75 * opacity,
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 2.2, 16, 5],
          'circle-stroke-color': palette('map-halo'), 'circle-stroke-width': 0.75, 'circle-stroke-opacity': opacity,
        },
      },
    ],
  };
}

/** The discs' counts, drawn above all names, since a disc without its number says little. */
export const incidentCounts = (palette: Palette, opacity: number): Drawing => ({
  sources: {},
  layers: [{
    id: 'incident-counts', type: 'symbol', source: 'incidents', 'source-layer': 'incidents', maxzoom: 12,
    filter: ['>=', ['coalesce', ['get', 'count'], 0], 100],
    layout: {
      'text-field': ['number-format', ['get', 'count'], { locale: 'en-GB' }], 'text-font': ['Inter Medium'], 'text-size': 11,
      'symbol-sort-key': ['-', 0, ['get', 'count']],
    },
    paint: { 'text-color': palette('on-ink'), 'text-opacity': opacity },
  }],
});
