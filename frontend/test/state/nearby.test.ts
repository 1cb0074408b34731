import { expect, it } from 'vitest';
import { bandInWords, nearbyVerdict } from '../../src/state/nearby';

const band = { fromMetres: 0, toMetres: 100, incidents: 40, perSquareKilometre: 80, ratio: 3.14, p: 0.0001 };
const row = { metres: 100, placesPerIncident: 1.8, expected: 1.2, lower: 1.1, upper: 1.3, p: 0.01 };
const layer = { incidents: 500, against: 'ALL_REPORTS' as const, distances: [band], crossK: [row] };

it('says how dense reports lie near a place, and whether closer than other reports', () => {
  expect(nearbyVerdict(layer)).toBe('Within 100 m of one, reports lie 3.1\u202f× as dense as over the city (p < 0.001). They keep closer to them than reports of all offences do (p = 0.01).');
  expect(nearbyVerdict({ ...layer, crossK: [{ ...row, placesPerIncident: 1, p: 0.02 }] })).toContain('They keep less close to them than');
});

it('claims nothing that the tests do not bear', () => {
  expect(nearbyVerdict({ ...layer, distances: [{ ...band, ratio: 1.1, p: 0.3 }], crossK: [{ ...row, p: 0.4 }] }))
    .toBe('Within 100 m of one, reports lie about as dense as over the city (p = 0.30). They keep neither closer to them nor farther than reports of all offences do (p = 0.40).');
});

it('leaves the comparison out where all offences are shown, and everything out where there are no reports or no ground', () => {
  expect(nearbyVerdict({ ...layer, against: 'GROUND' })).not.toContain('They keep');
  expect(nearbyVerdict({ ...layer, incidents: 0 })).toBeNull();
  expect(nearbyVerdict({ ...layer, distances: [{ ...band, ratio: null }] })).toBeNull();
});

it('names bands by their limits', () => {
  expect([band, { fromMetres: 100, toMetres: 200 }, { fromMetres: 800, toMetres: 1600 }, { fromMetres: 1600, toMetres: null }].map(bandInWords)).toEqual(['up to 100 m', '100–200 m', '800 m – 1.6 km', 'over 1.6 km']);
});
