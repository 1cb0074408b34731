import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { Box, Drawing } from './drawing';
import type { Palette } from './palette';

const stepDegrees = 0.05;

/**
 * The paper of the map: what lies outside, graticule, city edge with its halo, land.
 * @param land the city's outline; null where no areas are loaded.
 */
export function ground(palette: Palette, land: Geometry | null, areas: FeatureCollection, grid: FeatureCollection): Drawing {
  const city: FeatureCollection = { type: 'FeatureCollection', features: land ? [{ type: 'Feature', properties: {}, geometry: land }] : [] };
  return {
    sources: { grid: { type: 'geojson', data: grid }, city: { type: 'geojson', data: city }, areas: { type: 'geojson', data: areas, promoteId: 'code' } },
    layers: [
      { id: 'outside', type: 'background', paint: { 'background-color': palette('map-outside') } },
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': palette('map-grid'), 'line-width': 1 } },
      // Halo and edge lie under the land: only their outer half shows.
      {
        id: 'city-halo', type: 'line', source: 'city', layout: { 'line-join': 'round' },
        paint: { 'line-color': palette('map-land'), 'line-opacity': 0.5, 'line-width': 18 },
      },
      {
        id: 'city-edge', type: 'line', source: 'city', layout: { 'line-join': 'round' },
        paint: { 'line-color': palette('map-city'), 'line-width': 2.5 },
      },
      { id: 'land', type: 'fill', source: 'city', paint: { 'fill-color': palette('map-land'), 'fill-antialias': false } },
    ],
  };
}

/** Over a base map: the city's edge alone. */
export function overBaseMap(palette: Palette, land: Geometry | null, areas: FeatureCollection): Drawing {
  const { sources, layers } = ground(palette, land, areas, { type: 'FeatureCollection', features: [] });
  return { sources, layers: layers.filter((l) => l.id === 'city-edge') };
}

/** Meridians and parallels every 0.05° around the box, one box width to each side. */
export function graticule(box: Box): FeatureCollection {
  const lines: Position[][] = [];
  const [w, h] = [box.east - box.west, box.north - box.south];
  const [x0, x1, y0, y1] = [box.west - w, box.east + w, box.south - h, box.north + h];
  // A country would drown in lines of a city's spacing.
  const step = stepDegrees * 2 ** Math.max(0, Math.ceil(Math.log2(w / 1.5)));
  for (let x = Math.ceil(x0 / step) * step; x <= x1; x += step) lines.push([[x, y0], [x, y1]]);
  for (let y = Math.ceil(y0 / step) * step; y <= y1; y += step) lines.push([[x0, y], [x1, y]]);
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })),
  };
}
