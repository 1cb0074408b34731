// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { frameWords } from '../../src/panels/export/frameWords';
import { mapFrame, type Frame } from '../../src/panels/export/mapFrame';
import { toDay } from '../../src/state/days';
import { parseView } from '../../src/state/view';

const palette = (token: string) => `#${token.length.toString(16).padStart(6, '0')}`;
const picture = { href: 'data:image/png;base64,AAAA', width: 900, height: 600 };
const legends = [
  { name: 'Density', unit: 'Reported incidents per km², 12 weeks', bar: { tokens: ['seq-1', 'seq-8'], ticks: [{ at: 10, words: '5' }, { at: 90, words: '90' }] }, notes: ['n = 4,143 with a position'] },
  { name: 'Hot spots', unit: 'Getis-Ord Gi*', classes: ['99 %: 11', '95 %: 77', 'n.s.: 2,163'].map((words) => ({ token: 'hot-1', words })), notes: [] },
];
const jurisdiction = {
  name: 'Port <Meridian> & Co', synthetic: true, analysisCrs: 'EPSG:32613', offenceCategories: [],
  dataset: { version: '22.b1e38', completeThrough: '2024-10-12', incidents: 1, located: 1, from: null, to: null, importedAt: null, quality: null },
};
const asked = {
  jurisdiction, window: { from: toDay('2024-07-29'), to: toDay('2024-10-21') }, other: { from: toDay('2023-07-31'), to: toDay('2023-10-23') },
  kindName: 'Precinct', metresPerPixel: 20, legends, attribution: '© Someone', runs: [{ id: 'e37b420e1234567890', codeVersion: '1.0.0+abcdef1234' }],
};
const words = (query: string) => frameWords({ ...asked, view: parseView('/', query) }, new Date('2026-11-20T12:00:00Z'));
const frame = (query: string): Frame => {
  const { split, ...rest } = words(query);
  return { ...rest, picture, split: split && { ...split, at: 400 } };
};
const read = (query: string) => new DOMParser().parseFromString(mapFrame(frame(query), palette), 'image/svg+xml');
const texts = (svg: Document) => [...svg.querySelectorAll('text')].map((t) => t.textContent);

describe('the exported map', () => {
  it('says what it shows, when, from which data, by which run, in which CRS', () => {
    const all = texts(read('?layers=density,areas')).join('\n');
    expect(all).toContain('Density of reported incidents, Port <Meridian> & Co');
    expect(all).toContain('All offences · 29 Jul – 20 Oct 2024 (12 weeks) · borders: Precinct');
    expect(all).toContain('Data version 22.b1e38, reports complete through 12 Oct 2024 · run e37b420e1234 · code abcdef12');
    expect(all).toContain('Made on 20 Nov 2026 with GeoCrime');
    expect(all).toContain('EPSG:3857, computed in EPSG:32613');
    expect(all).toContain('Made-up data. Base map: © Someone');
  });

  it('carries picture, north arrow, a round scale bar and every legend with its ticks and classes', () => {
    const svg = read('?layers=density,areas');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('image')!.getAttribute('href')).toBe(picture.href);
    const all = texts(svg);
    expect(all).toContain('N');
    expect(all).toContain('2 km');
    for (const t of ['Density', 'Reported incidents per km², 12 weeks', '5', '90', 'n = 4,143 with a position', 'Hot spots', 'n.s.: 2,163']) expect(all).toContain(t);
  });

  it('names both windows of a swipe and what a difference is against', () => {
    expect(texts(read('?swipe=40'))).toEqual(expect.arrayContaining(['29 Jul – 20 Oct 2024', '31 Jul – 22 Oct 2023']));
    expect(texts(read('?layers=change')).join('\n')).toContain('against same weeks of 2023');
    expect(texts(read(''))).not.toContain('31 Jul – 22 Oct 2023');
  });

  it('keeps all of it inside the page', () => {
    const svg = read('?layers=density,areas').documentElement;
    const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
    for (const t of svg.querySelectorAll('text')) {
      expect(Number(t.getAttribute('x'))).toBeGreaterThanOrEqual(0);
      expect(Number(t.getAttribute('x'))).toBeLessThan(width);
      expect(Number(t.getAttribute('y'))).toBeLessThan(height);
    }
  });

  it('is a page even of a phone’s map, without legends or runs', () => {
    const svg = new DOMParser().parseFromString(mapFrame({ ...frame(''), picture: { ...picture, width: 200 }, legends: [] }, palette), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(Number(svg.documentElement.getAttribute('width'))).toBeGreaterThan(500);
  });
});
