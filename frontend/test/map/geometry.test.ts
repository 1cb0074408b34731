import { expect, it } from 'vitest';
import { roundLength } from '../../src/map/ScaleBar';
import { paddingOf } from '../../src/panels/map/useCards';

it('scale bars have round lengths that fit', () => {
  expect([96, 100, 2400, 7000, 51_000].map(roundLength)).toEqual([50, 100, 2000, 5000, 50_000]);
});

it('cards pad the side that they stand on; one across the window pads the bottom', () => {
  const rail = { left: 12, top: 12, right: 300, bottom: 700 };
  const panel = { left: 972, top: 12, right: 1356, bottom: 700 };
  expect(paddingOf([rail, panel], 1368, 712)).toEqual({ left: 300, top: 0, right: 396, bottom: 0 });
  expect(paddingOf([{ left: 8, top: 500, right: 382, bottom: 600 }], 390, 610)).toEqual({ left: 0, top: 0, right: 0, bottom: 110 });
  expect(paddingOf([], 100, 100)).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
});
