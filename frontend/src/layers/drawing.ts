import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';

/** West, south, east, north in degrees. */
export interface Box { west: number; south: number; east: number; north: number }

/** What a source shows; compared by reference, so unchanged data must stay the same object. */
export type DrawingSource =
  | { type: 'geojson'; data: FeatureCollection; promoteId?: string }
  | { type: 'vector'; tiles: readonly string[]; bounds?: Box }
  /** A source of the operator's base map, as its style has it. */
  | { type: 'base'; source: SourceSpecification }
  /** A picture in EPSG:3857 whose corners lie at the box's. */
  | { type: 'picture'; picture: HTMLCanvasElement; box: Box };

/** A piece of the map: sources and the style layers that draw them, bottom first. Layer and source ids are unique in the map. */
export interface Drawing {
  sources: Readonly<Record<string, DrawingSource>>;
  layers: readonly LayerSpecification[];
}

export const nothing: Drawing = { sources: {}, layers: [] };

export const stack = (...drawings: readonly Drawing[]): Drawing => ({
  sources: Object.assign({}, ...drawings.map((d) => d.sources)) as Drawing['sources'],
  layers: drawings.flatMap((d) => d.layers),
});

/** MapLibre's order of a picture's corners: north-west, north-east, south-east, south-west. */
export const cornersOf = (b: Box): [[number, number], [number, number], [number, number], [number, number]] =>
  [[b.west, b.north], [b.east, b.north], [b.east, b.south], [b.west, b.south]];
