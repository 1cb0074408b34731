// @vitest-environment jsdom
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { beforeEach, expect, it } from 'vitest';
import { nothing, type Drawing, type DrawingSource } from '../../src/layers/drawing';
import { applyDrawing, type DrawTarget } from '../../src/map/applyDrawing';

let calls: string[] = [];
let order: string[] = [];

/** A map that writes down what is asked of it, and keeps the order of its layers. */
const map = {
  addSource: (id: string) => calls.push(`addSource ${id}`),
  removeSource: (id: string) => calls.push(`removeSource ${id}`),
  getSource: (id: string) => ({ setData: () => calls.push(`setData ${id}`), setTiles: () => calls.push(`setTiles ${id}`), updateImage: () => calls.push(`updateImage ${id}`) }),
  addLayer: (layer: { id: string }, before?: string) => {
    calls.push(`addLayer ${layer.id}`);
    order.splice(before ? order.indexOf(before) : order.length, 0, layer.id);
  },
  removeLayer: (id: string) => {
    calls.push(`removeLayer ${id}`);
    order = order.filter((l) => l !== id);
  },
  moveLayer: (id: string, before?: string) => {
    calls.push(`moveLayer ${id}`);
    order = order.filter((l) => l !== id);
    order.splice(before ? order.indexOf(before) : order.length, 0, id);
  },
  setPaintProperty: (id: string, name: string, value: unknown) => calls.push(`paint ${id} ${name} ${JSON.stringify(value)}`),
  setLayoutProperty: (id: string, name: string) => calls.push(`layout ${id} ${name}`),
  setFilter: (id: string) => calls.push(`filter ${id}`),
  setLayerZoomRange: (id: string) => calls.push(`zoom ${id}`),
} as unknown as DrawTarget;

const collection = (): FeatureCollection => ({ type: 'FeatureCollection', features: [] });
const fill = (id: string, opacity = 1): LayerSpecification => ({ id, type: 'fill', source: 's', paint: { 'fill-opacity': opacity } });
const draw = (layers: LayerSpecification[], source: DrawingSource = { type: 'geojson', data: collection() }): Drawing => ({ sources: { s: source }, layers });
const apply = (a: Drawing, b: Drawing) => {
  calls = [];
  applyDrawing(map, a, b, '/blank.png');
};

beforeEach(() => { order = []; });

it('draws layers in the order given, whatever was there before', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const permutations = (list: string[]): string[][] => (list.length < 2 ? [list] : list.flatMap((x) => permutations(list.filter((y) => y !== x)).map((rest) => [x, ...rest])));
  let last = nothing;
  for (const p of permutations(ids).flatMap((p) => [p, p.slice(0, 2), p.slice(1)])) {
    const next = draw(p.map((id) => fill(id)));
    apply(last, next);
    expect(order).toEqual(p);
    last = next;
  }
});

it('does nothing for the same drawing', () => {
  const drawing = draw([fill('a'), fill('b')]);
  apply(nothing, drawing);
  apply(drawing, { ...drawing, layers: [fill('a'), fill('b')] });
  expect(calls).toEqual([]);
});

it('changes only the property that changed', () => {
  const source: DrawingSource = { type: 'geojson', data: collection() };
  apply(draw([fill('a'), fill('b')], source), draw([fill('a'), fill('b', 0.5)], source));
  expect(calls).toEqual(['paint b fill-opacity 0.5']);
});

it('hands new data to the source it has', () => {
  apply(draw([fill('a')]), draw([fill('a')]));
  expect(calls).toEqual(['setData s']);
});

it('keeps tiles whose address is the same', () => {
  const tiles = (v: string): DrawingSource => ({ type: 'vector', tiles: [`/${v}`] });
  apply(draw([], tiles('1')), draw([], tiles('1')));
  expect(calls).toEqual([]);
  apply(draw([], tiles('1')), draw([], tiles('2')));
  expect(calls).toEqual(['setTiles s']);
});

it('removes layers before the source that they draw', () => {
  const drawing = draw([fill('a')]);
  apply(nothing, drawing);
  apply(drawing, nothing);
  expect(calls).toEqual(['removeLayer a', 'removeSource s']);
});

it('puts a picture in place of the blank one and swaps pictures without a gap', () => {
  const picture = (): DrawingSource => ({ type: 'picture', picture: document.createElement('canvas'), box: { west: 0, south: 0, east: 1, north: 1 } });
  const first = draw([], picture());
  apply(nothing, first);
  expect(calls).toEqual(['addSource s', 'updateImage s']);
  apply(first, draw([], picture()));
  expect(calls).toEqual(['updateImage s']);
});
