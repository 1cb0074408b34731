import { describe, expect, it } from 'vitest';
import { emerging, markZoom, patternInWords, patterns } from '../../src/layers/emerging';
import { markName, toneOn } from '../../src/layers/marks';
import { filledCells, placeFeatures, repeatFeatures, stableFeatures } from '../../src/layers/places';

const geometry = { type: 'Point' as const, coordinates: [0, 0] };
const palette = () => '#860b1c';

describe('emerging', () => {
  it('draws marks only where a cell is 14 px or larger', () => {
    // At zoom z a pixel is 78271.5·cos(60°)/2^z m: 400 m are 14 px where 2^z = 14·39135.75/400.
    expect(2 ** markZoom(400, 60)).toBeCloseTo((14 * 39135.75) / 400, 6);
    const drawing = emerging(palette, { type: 'FeatureCollection', features: [] }, 1, 400, 60, null);
    expect(drawing.layers[2]).toMatchObject({ id: 'emerging-marks', minzoom: markZoom(400, 60) });
  });

  it('fades all but the pattern singled out', () => {
    const [fill] = emerging(palette, { type: 'FeatureCollection', features: [] }, 0.9, 400, 0, 'NEW_HOT').layers;
    expect(fill).toMatchObject({ paint: { 'fill-opacity': ['case', ['==', ['get', 'pattern'], 'NEW_HOT'], 0.9, 0.12 * 0.9] } });
  });

  it('says every pattern in words', () => {
    expect(patterns).toHaveLength(8);
    expect(patternInWords('INTENSIFYING_COLD')).toBe('intensifying cold spot');
    expect(patternInWords('NONE')).toBe('no pattern');
  });
});

it('marks wear the tone that shows on their fill', () => {
  expect([toneOn('#860b1c'), toneOn('#ffd23f'), toneOn('#fff')]).toEqual(['light', 'dark', 'dark']);
  expect(markName('up', '#0a2f6b')).toBe('mark-up-light');
});

describe('filled cells', () => {
  const fills = (f: { features: { properties: unknown }[] }) => f.features.map((x) => (x.properties as { fill: string }).fill);

  it('class places by their rank in the city', () => {
    const cells = [1, 5, 6, 10, 20, 50, 100].map((rank) => ({ geometry, rank, share: 0.01 }));
    expect(fills(placeFeatures(cells, 1000))).toEqual(['seq-8', 'seq-8', 'seq-7', 'seq-7', 'seq-6', 'seq-4', 'seq-2']);
  });

  it('class near-repeat risk by its share of the highest', () => {
    expect(fills(repeatFeatures([0.1, 1, 4, 9, 16].map((risk) => ({ geometry, risk }))))).toEqual(['seq-2', 'seq-4', 'seq-6', 'seq-8', 'seq-8']);
  });

  it('class stability by the side and share that agree, and leave out the rest', () => {
    const cells = [{ hot: 9, cold: 0 }, { hot: 1, cold: 5 }, { hot: 2, cold: 2 }, { hot: 3, cold: 0 }].map((c) => ({ ...c, geometry, settings: 10 }));
    expect(fills(stableFeatures(cells))).toEqual(['hot-3', 'cold-2', 'hot-1']);
  });

  it('draw nothing from nothing', () => {
    expect(filledCells('places', palette, { type: 'FeatureCollection', features: [] }, 1).layers[0]).toMatchObject({ paint: { 'fill-color': 'rgba(0,0,0,0)' } });
  });
});
