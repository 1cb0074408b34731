import { describe, expect, it } from 'vitest';
import { changed, defaultLayers, formatView, parseView } from '../../src/state/view';

const parse = (address: string) => {
  const url = new URL(address, 'http://map');
  return parseView(url.pathname, url.search);
};

describe('view', () => {
  it('survives a round trip through the address', () => {
    const address = '/?j=denver&from=2024-07-29&to=2024-10-21&cat=a,b&area=neighborhood:five-points&layers=hotspots:0.9,areas&cell=350&scale=absolute&vs=2023-07-31&swipe=40&model=LSTM&view=39.72000,-104.95000,11.400&theme=dark&table=1';
    expect(formatView(parse(address))).toBe(address);
  });

  it('of an empty address is the default and writes nothing', () => {
    const view = parse('/');
    expect(view.layers).toEqual(defaultLayers);
    expect(formatView(view)).toBe('/');
  });

  it('keeps the filter when the page changes', () => {
    expect(formatView({ ...parse('/?j=sample&cat=burglary'), page: 'runs' })).toBe('/runs?j=sample&cat=burglary');
  });

  it('takes the kind from the selected area', () => {
    expect(parse('/?area=precinct:12')).toMatchObject({ kind: 'precinct', area: '12' });
  });

  it('tells no layers from the default layers', () => {
    expect(parse('/?layers=').layers).toEqual([]);
    expect(formatView({ ...parse('/'), layers: [] })).toBe('/?layers=');
  });

  it.each([
    ['view=91,0,3', 'camera'], ['view=a,b,c', 'camera'], ['view=', 'camera'], ['swipe=-3', 'swipe'], ['swipe=101', 'swipe'], ['swipe=x', 'swipe'], ['theme=pink', 'theme'],
  ])('falls back to the default for %s', (query, field) => {
    expect(parse(`/?${query}`)[field as 'camera']).toBeNull();
  });

  it('ignores parameters out of their range and unknown layers', () => {
    const view = parse('/?cell=5&minPoints=NaN&layers=density:7,areas,moon,areas');
    expect(view.parameters).toMatchObject({ cell: 250, minPoints: 25 });
    expect(view.layers).toEqual([{ id: 'areas', opacity: 1 }]);
  });

  it('escapes what an address cannot carry', () => {
    const view = { ...parse('/'), categories: ['a&b', 'c d'] };
    expect(parse(formatView(view)).categories).toEqual(['a&b', 'c d']);
  });

  it('forgets what stood beside another area, and what was drawn in another city', () => {
    const view = parse('/?j=denver&area=precinct:1&also=2,3&measure=1,2,3,4&mark=1,2');
    expect(changed(view, { area: '4' })).toMatchObject({ area: '4', also: [], beside: null });
    expect(changed(view, { area: '4', also: ['5'] }).also).toEqual(['5']);
    expect(changed(view, { table: true })).toMatchObject({ area: '1', also: ['2', '3'] });
    expect(changed(view, { jurisdiction: 'sample', area: null })).toMatchObject({ also: [], measure: [], mark: null });
    expect(changed(parse('/?shape=circle:1,2,300'), { area: '4' }).shape).toBeNull();
  });

  it('holds a drawn shape as its address does, so that a link gives the same figures', () => {
    const drawn = { kind: 'circle' as const, centre: [-104.990123456, 39.740987654] as const, metres: 800.4 };
    const view = changed(parse('/'), { shape: drawn });
    expect(view.shape).toEqual({ kind: 'circle', centre: [-104.99012, 39.74099], metres: 800 });
    expect(parse(formatView(view)).shape).toEqual(view.shape);
  });

  it('survives a round trip with areas, shapes and places', () => {
    for (const address of ['/?area=precinct:1&also=2,3', '/?area=precinct:1&beside=2', '/?shape=circle:39.74,-104.99,800&measure=1,2,3,4&mark=39.74,-104.99'])
      expect(formatView(parse(address))).toBe(address);
  });
});
