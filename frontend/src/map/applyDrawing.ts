import type { GeoJSONSource, ImageSource, LayerSpecification, Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';
import { cornersOf, type Drawing, type DrawingSource } from '../layers/drawing';

/** What `applyDrawing` needs of a map; tests hand in a recorder. */
export type DrawTarget = Pick<
  MapLibreMap,
  | 'addSource' | 'removeSource' | 'getSource' | 'addLayer' | 'removeLayer' | 'moveLayer'
  | 'setPaintProperty' | 'setLayoutProperty' | 'setFilter' | 'setLayerZoomRange'
>;

/**
 * Brings the map from one drawing to the next by the fewest calls, so that what did not change keeps its tiles.
 * @param blank address of a transparent picture, root-relative; MapLibre wants one before a picture arrives.
 */
export function applyDrawing(map: DrawTarget, before: Drawing, next: Drawing, blank: string): void {
  const kept = new Set(next.layers.map((l) => l.id));
  for (const layer of before.layers) if (!kept.has(layer.id)) map.removeLayer(layer.id);
  for (const id of Object.keys(before.sources)) if (replaced(before.sources[id]!, next.sources[id])) map.removeSource(id);
  for (const [id, source] of Object.entries(next.sources)) {
    const old = before.sources[id];
    if (!old || replaced(old, source)) addSource(map, id, source, blank);
    else if (old !== source) updateSource(map, id, old, source);
  }

  const known = new Map(before.layers.map((l) => [l.id, l]));
  const orderBefore = before.layers.map((l) => l.id).filter((id) => kept.has(id));
  const orderNext = next.layers.map((l) => l.id).filter((id) => known.has(id));
  const reordered = orderBefore.some((id, i) => id !== orderNext[i]);
  let above: string | undefined;
  for (const layer of next.layers.toReversed()) {
    const old = known.get(layer.id);
    if (!old) map.addLayer(layer, above);
    else {
      if (reordered) map.moveLayer(layer.id, above);
      if (old !== layer) updateLayer(map, old, layer);
    }
    above = layer.id;
  }
}

const replaced = (old: DrawingSource, next: DrawingSource | undefined): boolean => !next || next.type !== old.type;

function addSource(map: DrawTarget, id: string, source: DrawingSource, blank: string): void {
  if (source.type === 'geojson') map.addSource(id, { type: 'geojson', data: source.data, promoteId: source.promoteId });
  else if (source.type === 'base') map.addSource(id, source.source);
  else if (source.type === 'vector') map.addSource(id, { type: 'vector', tiles: [...source.tiles], maxzoom: 14 });
  else {
    map.addSource(id, { type: 'image', url: blank, coordinates: cornersOf(source.box) });
    map.getSource<ImageSource>(id)?.updateImage({ image: source.picture, coordinates: cornersOf(source.box) });
  }
}

function updateSource(map: DrawTarget, id: string, old: DrawingSource, next: DrawingSource): void {
  if (old.type === 'geojson' && next.type === 'geojson' && old.data !== next.data)
    map.getSource<GeoJSONSource>(id)?.setData(next.data);
  if (old.type === 'vector' && next.type === 'vector' && old.tiles.join() !== next.tiles.join())
    map.getSource<VectorTileSource>(id)?.setTiles([...next.tiles]);
  if (old.type === 'picture' && next.type === 'picture' && (old.picture !== next.picture || old.box !== next.box))
    map.getSource<ImageSource>(id)?.updateImage({ image: next.picture, coordinates: cornersOf(next.box) });
}

type Block = Record<string, unknown>;
type PaintName = Parameters<DrawTarget['setPaintProperty']>[1];
type LayoutName = Parameters<DrawTarget['setLayoutProperty']>[1];

function updateLayer(map: DrawTarget, old: LayerSpecification, next: LayerSpecification): void {
  const [a, b] = [old as unknown as Block, next as unknown as Block];
  for (const [name, value] of changes(a.paint as Block, b.paint as Block)) map.setPaintProperty(next.id, name as PaintName, value as never);
  for (const [name, value] of changes(a.layout as Block, b.layout as Block)) map.setLayoutProperty(next.id, name as LayoutName, value as never);
  if (!same(a.filter, b.filter)) map.setFilter(next.id, b.filter as Parameters<DrawTarget['setFilter']>[1]);
  if (a.minzoom !== b.minzoom || a.maxzoom !== b.maxzoom)
    map.setLayerZoomRange(next.id, (b.minzoom as number) ?? 0, (b.maxzoom as number) ?? 24);
}

function changes(before: Block = {}, next: Block = {}): [string, unknown][] {
  const names = new Set([...Object.keys(before), ...Object.keys(next)]);
  return [...names].filter((n) => !same(before[n], next[n])).map((n) => [n, next[n]]);
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
