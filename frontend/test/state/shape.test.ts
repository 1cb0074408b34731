import { describe, expect, it } from 'vitest';
import { crosses, formatShape, mostCorners, outlineOf, parsePoints, parseShape, squareKilometresOf, whereOf } from '../../src/state/shape';

describe('a drawn shape', () => {
  it.each(['circle:39.74,-104.99,800', 'polygon:39.7,-105,39.7,-104.9,39.8,-104.95'])('survives a round trip through the address: %s', (text) =>
    expect(formatShape(parseShape(text)!)).toBe(text));

  it.each([
    null, '', 'circle', 'circle:', 'circle:39.74,-104.99', 'circle:39.74,-104.99,10', 'circle:39.74,-104.99,99999999', 'circle:91,0,500', 'square:1,2,3',
    'polygon:39.7,-105,39.7,-104.9', 'polygon:39.7,-105,39.7,-104.9,39.8', 'polygon:a,b,c,d,e,f', `polygon:${Array.from({ length: mostCorners + 1 }, (_, i) => `${i / 10},1`).join(',')}`,
  ])('is none for %s', (text) => expect(parseShape(text)).toBeNull());

  it('is asked of the API as a place near a point, or inside a closed ring', () => {
    expect(whereOf(parseShape('circle:39.74,-104.99,800')!)).toEqual({ near: { longitude: -104.99, latitude: 39.74, metres: 800 } });
    expect(whereOf(parseShape('polygon:0,0,0,1,1,1')!)).toEqual({ polygon: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } });
  });

  it('has the area of a disc, or of its ring', () => {
    expect(squareKilometresOf(parseShape('circle:39.74,-104.99,1000')!)).toBeCloseTo(Math.PI, 9);
    expect(squareKilometresOf(parseShape('polygon:0,0,0,0.01,0.01,0.01,0.01,0')!)).toBeCloseTo(1.2364, 3);
  });

  it('a circle is drawn as a closed ring', () => expect(outlineOf(parseShape('circle:39.74,-104.99,800')!).coordinates[0]).toHaveLength(65));
});

it('tells a bow tie from a square', () => {
  expect(crosses([[0, 0], [1, 0], [1, 1], [0, 1]])).toBe(false);
  expect(crosses([[0, 0], [1, 1], [1, 0], [0, 1]])).toBe(true);
  expect(crosses([[0, 0], [1, 0], [0, 1]])).toBe(false);
});

it('reads points, or none where a number is missing or out of range', () => {
  expect(parsePoints('39.74, -104.99,1,2')).toEqual([[-104.99, 39.74], [2, 1]]);
  expect([null, '', '1', '1,2,3', '1,x', '91,0', '0,181', '1,'].map((t) => parsePoints(t).length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
