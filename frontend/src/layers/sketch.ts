import type { Feature, FeatureCollection, Position } from 'geojson';
import type { LonLat } from '../state/geodesy';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** What the user put on the map by hand. */
export interface Sketch {
  /** A finished ring, closed. */
  ring: readonly Position[] | null;
  /** What is being drawn, or a line that is measured. */
  line: readonly LonLat[];
  /** Corners that show as dots. */
  dots: readonly LonLat[];
  /** A place that was looked up. */
  mark: LonLat | null;
}

/** Shapes, lines and marks of the user, above all layers: ink in a casing, dashed while it is being drawn. */
export function sketch(palette: Palette, { ring, line, dots, mark }: Sketch): Drawing {
  const feature = (part: string, geometry: Feature['geometry']): Feature => ({ type: 'Feature', properties: { part }, geometry });
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: [
      ...(ring ? [feature('ring', { type: 'Polygon', coordinates: [ring.map((p) => [...p])] })] : []),
      ...(line.length > 1 ? [feature('line', { type: 'LineString', coordinates: line.map((p) => [...p]) })] : []),
      ...dots.map((p) => feature('dot', { type: 'Point', coordinates: [...p] })),
      ...(mark ? [feature('mark', { type: 'Point', coordinates: [...mark] })] : []),
    ],
  };
  const [ink, casing] = [palette('map-select'), palette('map-select-case')];
  const stroke = (id: string, part: string, color: string, width: number, dash?: number[]) => ({
    id, type: 'line' as const, source: 'sketch', filter: ['==', ['get', 'part'], part] as never, layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
    paint: { 'line-color': color, 'line-width': width, ...(dash && { 'line-dasharray': dash }) },
  });
  const circle = (id: string, part: string, radius: number, width: number) => ({
    id, type: 'circle' as const, source: 'sketch', filter: ['==', ['get', 'part'], part] as never,
    paint: { 'circle-radius': radius, 'circle-color': casing, 'circle-stroke-color': ink, 'circle-stroke-width': width },
  });
  return {
    sources: { sketch: { type: 'geojson', data } },
    layers: [
      { id: 'sketch-fill', type: 'fill', source: 'sketch', filter: ['==', ['get', 'part'], 'ring'], paint: { 'fill-color': ink, 'fill-opacity': 0.06 } },
      stroke('sketch-ring-case', 'ring', casing, 5), stroke('sketch-ring', 'ring', ink, 2.25),
      stroke('sketch-line-case', 'line', casing, 5), stroke('sketch-line', 'line', ink, 2.25, [1.5, 1.5]),
      circle('sketch-dots', 'dot', 4, 2), circle('sketch-mark', 'mark', 6, 4),
    ],
  };
}
