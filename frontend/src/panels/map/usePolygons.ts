import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { areaLabels, areaPolygons, type AreaShape } from '../../layers/areaFeatures';
import type { Box } from '../../layers/drawing';
import { graticule } from '../../layers/ground';

/** The ground's geometry, the same for both sides of a comparison. */
export interface Polygons { polygons: FeatureCollection; labels: FeatureCollection; grid: FeatureCollection }

export function usePolygons(areas: readonly AreaShape[], box: Box | null): Polygons {
  const polygons = useMemo(() => areaPolygons(areas), [areas]);
  const labels = useMemo(() => areaLabels(areas), [areas]);
  const grid = useMemo(() => graticule(box ?? { west: 0, south: 0, east: 1, north: 1 }), [box]);
  return useMemo(() => ({ polygons, labels, grid }), [polygons, labels, grid]);
}
