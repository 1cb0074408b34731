import { expect, it } from 'vitest';
import { coordinates, placeInWords } from '../../src/state/coordinates';

it.each(['39.74, -104.99', '39.74 -104.99', '39.74;−104.99', '39.74° N, 104.99° W', 'N 39.74, W 104.99', '104.99 W 39.74 N', ' 39.74N,104.99W '])('reads %s', (text) =>
  expect(coordinates(text)).toEqual([-104.99, 39.74]));

it.each(['', '39.74', 'Five Points', '39.74,', '91, 0', '0, 181', '39 N, 40 S', 'N 39 N, 104 W', '12th Street 5', '1,2,3'])('does not take "%s" for a place', (text) =>
  expect(coordinates(text)).toBeNull());

it('says a place with its hemispheres', () => expect(placeInWords([-104.99, 39.74])).toBe('39.74000° N, 104.99000° W'));
