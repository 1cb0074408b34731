import { describe, expect, it } from 'vitest';
import { commands, search } from '../../src/state/commands';
import { parseView } from '../../src/state/view';

const areas = ['Five Points', 'South Park Hill', 'Park Hill', 'Sparkle', 'Montréal'].map((name) => ({ code: name, name }));
const names = (text: string) => search(areas, text).map((a) => a.name);

describe('search', () => {
  it('puts names that begin with the text first, then words, then the rest', () => {
    expect(names('park')).toEqual(['Park Hill', 'South Park Hill', 'Sparkle']);
  });

  it('ignores case, accents and blanks at the ends', () => {
    expect(names(' MONTREAL ')).toEqual(['Montréal']);
  });

  it('finds nothing for nothing', () => {
    expect(names('')).toEqual([]);
    expect(names('xyz')).toEqual([]);
  });
});

describe('commands', () => {
  const city = { code: 'a', name: 'Aville', offenceCategories: [{ code: 'burglary', label: 'Burglary' }, { code: 'theft', label: 'Theft' }] };
  const of = (path: string, query = '') => commands(parseView(path, query), city, [city, { code: 'b', name: 'Bville' }]);
  const named = (list: ReturnType<typeof of>, name: string) => list.find((c) => c.name === name);

  it('lead to every page but the one that is shown', () => {
    const names = of('/trends').filter((c) => c.kind === 'page').map((c) => c.name);
    expect(names).toContain('Map');
    expect(names).not.toContain('Trends');
  });

  it('switch a layer by what it is now, and go to the map for it', () => {
    expect(named(of('/', '?layers=density,areas'), 'Hide density')!.change.layers!.map((l) => l.id)).toEqual(['areas']);
    const show = named(of('/runs', '?layers=density,areas'), 'Show risk')!.change;
    expect(show.page).toBe('map');
    expect(show.layers!.map((l) => l.id)).toEqual(['risk', 'areas']);
  });

  it('choose one offence, or all again', () => {
    expect(named(of('/'), 'Only burglary')!.change).toEqual({ categories: ['burglary'] });
    expect(named(of('/'), 'All offences')).toBeUndefined();
    expect(named(of('/', '?cat=burglary'), 'All offences')!.change).toEqual({ categories: [] });
    expect(named(of('/', '?cat=burglary'), 'Only burglary')).toBeUndefined();
  });

  it('go to another city without its areas, offences or dates', () => {
    expect(named(of('/', '?area=x:y&cat=theft'), 'Bville')!.change).toMatchObject({ jurisdiction: 'b', area: null, categories: [], from: null });
    expect(named(of('/'), 'Aville')).toBeUndefined();
  });

  it('have names of their own', () => {
    const all = of('/').map((c) => c.name);
    expect(new Set(all).size).toBe(all.length);
  });
});
