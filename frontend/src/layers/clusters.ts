import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

export interface Cluster { id: number; incidents: number; centroid: Geometry; hull: Geometry }

/** Hulls and, apart, centroids of the clusters, with the properties id and incidents. */
export function clusterFeatures(clusters: readonly Cluster[]): { hulls: FeatureCollection; centroids: FeatureCollection } {
  const collect = (of: (c: Cluster) => Geometry): FeatureCollection => ({
    type: 'FeatureCollection',
    features: clusters.map((c): Feature => ({ type: 'Feature', id: c.id, properties: { id: c.id, incidents: c.incidents }, geometry: of(c) })),
  });
  return { hulls: collect((c) => c.hull), centroids: collect((c) => c.centroid) };
}

/** Outlines only, never filled; counts from zoom 12. */
export function clusters(palette: Palette, features: ReturnType<typeof clusterFeatures>, opacity: number): Drawing {
  const line = (id: string, color: string, width: number, strength: number) => ({
    id, type: 'line' as const, source: 'cluster-hulls', layout: { 'line-join': 'round' as const },
    paint: { 'line-color': color, 'line-width': width, 'line-opacity': strength * opacity },
  });
  return {
    sources: {
      'cluster-hulls': { type: 'geojson', data: features.hulls },
      'cluster-centroids': { type: 'geojson', data: features.centroids },
    },
    layers: [
      { id: 'cluster-targets', type: 'fill', source: 'cluster-hulls', paint: { 'fill-opacity': 0 } },
      line('cluster-case', palette('map-halo'), 3.5, 0.75),
      line('cluster-lines', palette('cluster'), 1.5, 1),
      {
        id: 'cluster-counts', type: 'symbol', source: 'cluster-centroids', minzoom: 12,
        layout: {
          'text-field': ['number-format', ['get', 'incidents'], { locale: 'en-GB' }],
          'text-font': ['Inter Bold'], 'text-size': 12, 'symbol-sort-key': ['-', 0, ['get', 'incidents']],
        },
        paint: { 'text-color': palette('cluster'), 'text-halo-color': palette('map-halo'), 'text-halo-width': 1.6, 'text-opacity': opacity },
      },
    ],
  };
}
