import { describe, expect, it } from 'vitest';
import { formatView, parseView } from '../../src/state/view';

const parse = (search: string) => parseView('/', search);

describe('options', () => {
  it('survive a round trip through the address, defaults left out', () => {
    const search = '?kernel=adaptive&clusters=st-dbscan&unit=area&scale=percentile&measure=ratio';
    expect(formatView(parse(search))).toBe(`/${search}`);
    expect(formatView(parse('?kernel=fixed&scale=own'))).toBe('/');
  });

  it('fall back to the default where the address names none of the choices', () => {
    expect(parse('?clusters=magic').options.clusters).toBe('dbscan');
  });
});
