import { expect, it } from 'vitest';
import { contours, volumes } from '../../src/layers/contours';

it('draws the most concentrated ground thickest and names each line', () => {
  expect(volumes.map((v) => v.width)).toEqual([...volumes.map((v) => v.width)].sort((a, b) => b - a));
  const drawing = contours((token) => token, { type: 'FeatureCollection', features: [] }, 0.5);
  expect(drawing.layers.map((l) => l.id)).toEqual(['contour-case', 'contour-lines', 'contour-names']);
  expect(drawing.layers[1]).toMatchObject({ paint: { 'line-width': ['match', ['get', 'volume'], 50, 2.2, 75, 1.6, 90, 1.1, 95, 0.7, 1], 'line-opacity': 0.5 } });
});
