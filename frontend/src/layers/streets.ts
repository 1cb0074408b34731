import type { FeatureCollection } from 'geojson';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** Streets in the colour of borders, wider where more people drive; residential ones when they can be told apart. */
export function streets(palette: Palette, lines: FeatureCollection): Drawing {
  const of = (id: string, classes: string[], width: [number, number], minzoom = 0) => ({
    id, type: 'line' as const, source: 'streets', minzoom, filter: ['in', ['get', 'class'], ['literal', classes]] as never,
    layout: { 'line-cap': 'round' as const, 'line-join': 'round' as const },
    paint: { 'line-color': palette('map-line'), 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 10, width[0], 16, width[1]] as never },
  });
  return {
    sources: { streets: { type: 'geojson', data: lines } },
    layers: [of('streets-small', ['residential'], [0.2, 3], 11.5), of('streets-middle', ['secondary'], [0.5, 6]), of('streets-large', ['primary', 'motorway'], [1, 9])],
  };
}
