import { expect, it } from 'vitest';
import { circleRing, lengthAlong, metresBetween, ringArea, type LonLat } from '../../src/state/geodesy';

it('a degree of the equator and of a meridian is 111.195 km on the sphere', () => {
  expect(metresBetween([0, 0], [1, 0])).toBeCloseTo(111_195.08, 1);
  expect(metresBetween([10, 50], [10, 51])).toBeCloseTo(111_195.08, 1);
  expect(metresBetween([0, 60], [1, 60])).toBeCloseTo(55_596.5, -2);
});

it('a way is as long as its pieces', () => {
  expect(lengthAlong([[0, 0], [1, 0], [1, 1]])).toBeCloseTo(2 * 111_195.08, 0);
  expect(lengthAlong([[0, 0]])).toBe(0);
  expect(lengthAlong([])).toBe(0);
});

it('an eighth of the sphere has an eighth of its surface', () => {
  const whole = 4 * Math.PI * 6_371_008.8 ** 2;
  // The pole is one point, whatever its longitude; a ring needs both of its ends.
  expect(ringArea([[0, 0], [90, 0], [90, 90], [0, 90]])).toBeCloseTo(whole / 8, -3);
});

it('an area does not depend on the direction or the first corner', () => {
  const ring: LonLat[] = [[-105, 39.7], [-104.9, 39.71], [-104.95, 39.8]];
  expect(ringArea(ring.toReversed())).toBeCloseTo(ringArea(ring), 3);
  expect(ringArea([ring[1]!, ring[2]!, ring[0]!])).toBeCloseTo(ringArea(ring), 3);
  expect(ringArea(ring.slice(0, 2))).toBe(0);
});

it('every point of a circle lies at its radius, and its area is that of a disc', () => {
  const ring = circleRing([-104.99, 39.74], 800);
  for (const p of ring) expect(metresBetween([-104.99, 39.74], p)).toBeCloseTo(800, 3);
  expect(ring.at(-1)).toEqual(ring[0]);
  // A polygon of 64 corners has 0.16 % less.
  expect(ringArea(ring.slice(0, -1)) / (Math.PI * 800 ** 2)).toBeCloseTo(0.9984, 4);
});
