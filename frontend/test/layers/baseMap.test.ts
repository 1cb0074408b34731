import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { rasterBase, styleBase } from '../../src/layers/baseMap';

const style: StyleSpecification = {
  version: 8, glyphs: 'https://maps.example/{fontstack}/{range}.pbf', sprite: 'https://maps.example/sprite',
  sources: { streets: { type: 'vector', url: 'https://maps.example/tiles.json' } },
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': '#eee' } },
    { id: 'roads', type: 'line', source: 'streets', 'source-layer': 'road' },
    { id: 'names', type: 'symbol', source: 'streets', 'source-layer': 'name', layout: { 'icon-image': 'dot', 'text-field': ['get', 'name'], 'text-font': ['Noto Sans'] } },
  ],
};

it('sets a style’s names apart, keeps its order, and needs neither its sprite nor its glyphs', () => {
  const base = styleBase(style);
  expect(Object.keys(base.sources)).toEqual(['base-streets']);
  expect(base.layers.map((l) => l.id)).toEqual(['base-paper', 'base-roads', 'base-names']);
  expect(base.layers[2]!.layout).toEqual({ 'text-field': ['get', 'name'], 'text-font': ['Inter Medium'] });
  expect(style.layers[2]!.id).toBe('names');
});

it('raster tiles are one valid layer', () => {
  const base = rasterBase('https://tiles.example/{z}/{x}/{y}.png');
  const sources = Object.fromEntries(Object.entries(base.sources).map(([id, s]) => [id, s.type === 'base' ? s.source : null]));
  expect(validateStyleMin({ version: 8, sources, layers: base.layers } as never)).toEqual([]);
});
