import { expect, it } from 'vitest';
import { areaPaths } from '../../src/charts/areaPaths';

const square = (code: string, west: number, south: number) => ({
  code, name: code, geometry: { type: 'Polygon' as const, coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] },
});

it('draws north up inside the room, degrees of longitude shortened by the latitude', () => {
  const drawn = areaPaths([square('s', 10, 59.5)], 104, 1000)!;
  // cos 60° = 1/2: a degree square is twice as high as wide.
  expect(drawn.height).toBeCloseTo(204, 0);
  expect(drawn.paths[0]!.path).toBe('M2.0 202.0L102.0 202.0L102.0 2.0L2.0 2.0L2.0 202.0Z');
  expect(drawn.paths[0]!.at!.x).toBeCloseTo(52, 0);
});

it('keeps to the greatest height and stays in the middle', () => {
  const drawn = areaPaths([square('s', 10, -0.5)], 300, 104)!;
  expect(drawn.height).toBeCloseTo(104, 6);
  expect(drawn.paths[0]!.path.startsWith('M100.0 102.0')).toBe(true);
});

it('draws nothing without areas, polygons or room', () => {
  expect(areaPaths([], 100, 100)).toBeNull();
  expect(areaPaths([{ code: 'p', name: 'p', geometry: { type: 'Point', coordinates: [0, 0] } }], 100, 100)).toBeNull();
  expect(areaPaths([square('s', 0, 0)], 0, 100)).toBeNull();
});
