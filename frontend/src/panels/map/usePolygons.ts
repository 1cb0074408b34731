import type { FeatureCollection, Geometry } from 'geojson';
import { useMemo } from 'react';
import { areaLabels, areaPolygons, type AreaShape } from '../../layers/areaFeatures';
import type { Box } from '../../layers/drawing';
import { graticule } from '../../layers/ground';

/** The ground's geometry, the same for both sides of a comparison. */
export interface Polygons {
  /** The city's outline; null where no areas are loaded. */
  land: Geometry | null;
  polygons: FeatureCollection;
  labels: FeatureCollection;
  grid: FeatureCollection;
}

export function usePolygons(areas: readonly AreaShape[], land: Geometry | null, box: Box | null): Polygons {
  const polygons = useMemo(() => areaPolygons(areas), [areas]);
  const labels = useMemo(() => areaLabels(areas), [areas]);
  const grid = useMemo(() => graticule(box ?? { west: 0, south: 0, east: 1, north: 1 }), [box]);
  return useMemo(() => ({ land, polygons, labels, grid }), [land, polygons, labels, grid]);
}
