import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

export interface HotspotCell { id: string; geometry: Geometry; incidents: number; z: number | null; p: number | null; exactP: number | null; bin: number }

/** Classes from cold at 99 % to hot at 99 %; the order of the legend. */
export const bins = [-3, -2, -1, 0, 1, 2, 3] as const;
export const binToken = (bin: number): string => (bin === 0 ? 'gi-0' : `${bin > 0 ? 'hot' : 'cold'}-${Math.abs(bin)}`);
export const binLevel = (bin: number): string => ['n.s.', '90', '95', '99\u202f%'][Math.abs(bin)]!;

/** Cells with the properties id, bin, z, p, exactP and incidents. */
export const hotspotFeatures = (cells: readonly HotspotCell[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: cells.map(({ geometry, ...properties }): Feature => ({ type: 'Feature', properties, geometry })),
});

/** Significant cells, filled by confidence; cells that are not significant are not drawn. */
export function hotspots(palette: Palette, cells: FeatureCollection, opacity: number): Drawing {
  const branches = bins.filter((b) => b !== 0).flatMap((b) => [b, palette(binToken(b))]);
  const color = ['match', ['get', 'bin'], ...branches, palette('gi-0')] as unknown as ExpressionSpecification;
  return {
    sources: { hotspots: { type: 'geojson', data: cells } },
    layers: [
      { id: 'hotspots', type: 'fill', source: 'hotspots', paint: { 'fill-color': color, 'fill-opacity': opacity, 'fill-antialias': false } },
      {
        id: 'hotspot-lines', type: 'line', source: 'hotspots',
        paint: {
          'line-color': palette('map-land'),
          'line-opacity': opacity,
          // Gaps between cells hold their share of a cell at every zoom.
          'line-width': ['interpolate', ['exponential', 2], ['zoom'], 9, 0.25, 11, 0.9, 14, 5],
        },
      },
    ],
  };
}

/** Number of cells of each class; cells that were not sent are the ones that are not significant. */
export function binCounts(cells: readonly { bin: number }[], units: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>(bins.map((b) => [b, 0]));
  let significant = 0;
  for (const { bin } of cells)
    if (bin !== 0) {
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
      significant++;
    }
  return counts.set(0, units - significant);
}
