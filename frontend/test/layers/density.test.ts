// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { surface, densityTicks, rampPosition } from '../../src/layers/density';

it('puts 1 % of the maximum at the bar’s start and the maximum at its end', () => {
  expect(rampPosition(1, 100)).toBeCloseTo(0, 12);
  expect(rampPosition(100, 100)).toBe(1);
  expect(rampPosition(25, 100)).toBeCloseTo(4 / 9, 12);
});

it('places ticks at round values, in order, apart and on the bar', () => {
  for (const max of [0.3, 8, 85, 94.2, 660, 12_000]) {
    const places = densityTicks(max).map((t) => rampPosition(t, max));
    expect(places.length).toBeGreaterThan(3);
    for (const [i, p] of places.entries()) {
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      if (i > 0) expect(p - places[i - 1]!).toBeGreaterThanOrEqual(0.11);
    }
  }
});

it('draws the picture at its corners without fading', () => {
  const picture = document.createElement('canvas');
  const box = { west: 1, south: 2, east: 3, north: 4 };
  const drawing = surface('density', picture, box, 0.7);
  expect(drawing.sources.density).toEqual({ type: 'picture', picture, box });
  expect(drawing.layers[0]).toMatchObject({ type: 'raster', paint: { 'raster-opacity': 0.7, 'raster-fade-duration': 0 } });
});

it('places no tick on the bar of an empty surface', () => {
  expect(densityTicks(0)).toEqual([]);
});
