import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Box } from './drawing';
import { labelPoint } from './labelPoint';

export interface AreaShape { code: string; name: string; squareKilometres: number; geometry: Geometry }

/** Polygons of the areas with the properties code and name. */
export const areaPolygons = (areas: readonly AreaShape[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: areas.map((a): Feature => ({ type: 'Feature', properties: { code: a.code, name: a.name }, geometry: a.geometry })),
});

/** One point an area, where its name has most room, with the properties code, name and size (km²). */
export const areaLabels = (areas: readonly AreaShape[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: areas.flatMap((a) => {
    const at = labelPoint(ringsOf(a.geometry));
    if (!at) return [];
    const properties = { code: a.code, name: labelName(a.name), size: a.squareKilometres };
    return [{ type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: at } }];
  }),
});

/** A name as the map writes it: of a double name the last part; the full name stands in tooltips. */
export const labelName = (name: string): string => (name.length > 22 && name.includes(' - ') ? name.split(' - ').at(-1)! : name);

/** Polygons of a geometry, each with its outer ring first; empty for other geometries. */
export function ringsOf(g: Geometry): Position[][][] {
  if (g.type === 'Polygon') return [(g as Polygon).coordinates];
  if (g.type === 'MultiPolygon') return (g as MultiPolygon).coordinates;
  return [];
}

/** @returns null for no areas. */
export function boxOf(areas: readonly { geometry: Geometry }[]): Box | null {
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const area of areas)
    for (const polygon of ringsOf(area.geometry))
      for (const [x, y] of polygon[0] ?? []) {
        box.west = Math.min(box.west, x!);
        box.east = Math.max(box.east, x!);
        box.south = Math.min(box.south, y!);
        box.north = Math.max(box.north, y!);
      }
  return box.west <= box.east ? box : null;
}
