import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { sketch } from '../../src/layers/sketch';
import { streets } from '../../src/layers/streets';
import { areaLabels, areaPolygons, boxOf, labelName } from '../../src/layers/areaFeatures';
import { areaLines, areaNames, areaTargets, match, selection } from '../../src/layers/areas';
import { clusterFeatures, clusters } from '../../src/layers/clusters';
import { stack, type Drawing } from '../../src/layers/drawing';
import { graticule, ground } from '../../src/layers/ground';
import { binCounts, hotspotFeatures, hotspots, type HotspotCell } from '../../src/layers/hotspots';
import { incidentCounts, incidents, incidentTiles } from '../../src/layers/incidents';
import { certaintyOf, risk } from '../../src/layers/risk';

const palette = () => '#123456';
const square = (x: number) => ({ type: 'Polygon' as const, coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] });
const areas = [
  { code: 'a', name: 'Alpha', squareKilometres: 4, geometry: square(0) },
  { code: 'b', name: 'Beta', squareKilometres: 9, geometry: square(1) },
];
const cell = (bin: number): HotspotCell => ({ id: `c${bin}`, geometry: square(0), incidents: 3, z: 2.1, p: 0.03, exactP: 0.02, bin });
const scores = [
  { area: { code: 'a' }, band: 'SEVERE' as const, bandProbability: 0.4 },
  { area: { code: 'b' }, band: 'LOW' as const, bandProbability: 0.9 },
];

/** The drawing as a style sheet, for MapLibre's own validator. */
const asStyle = (d: Drawing) => ({
  version: 8 as const,
  sources: Object.fromEntries(Object.entries(d.sources).map(([id, s]) => [id, s.type === 'geojson'
    ? { type: 'geojson' as const, data: s.data }
    : { type: 'vector' as const, tiles: s.type === 'vector' ? [...s.tiles] : [] }])),
  layers: [...d.layers],
});

describe('layers', () => {
  it('are valid MapLibre styles, all together and each with nothing in it', () => {
    const hulls = [{ id: 0, incidents: 40, centroid: { type: 'Point' as const, coordinates: [0.5, 0.5] }, hull: square(0) }];
    for (const empty of [false, true]) {
      const some = <T,>(list: readonly T[]) => (empty ? [] : list);
      const drawing = stack(
        ground(palette, null, areaPolygons(some(areas)), graticule({ west: 0, south: 0, east: 1, north: 1 })),
        risk(palette, some(scores), 1),
        areaLines(palette, 1, true),
        hotspots(palette, hotspotFeatures(some([cell(3), cell(-1)])), 0.9),
        clusters(palette, clusterFeatures(some(hulls)), 1),
        areaTargets,
        incidents(palette, 'http://map/tiles/x/incidents/{z}/{x}/{y}.mvt', 1),
        selection(palette, empty ? [] : ['a', 'b']),
        areaNames(palette, areaLabels(some(areas)), 1, 'a', new Map(empty ? [] : [['a', 1]])),
        incidentCounts(palette, 1),
        streets(palette, { type: 'FeatureCollection', features: [] }),
        sketch(palette, { ring: empty ? null : [[0, 0], [1, 0], [1, 1], [0, 0]], line: some([[0, 0], [1, 1]]), dots: some([[0, 0]]), mark: empty ? null : [0, 0] }),
      );
      expect(validateStyleMin(asStyle(drawing)).filter((e) => !e.message.includes('glyphs'))).toEqual([]);
      expect(new Set(drawing.layers.map((l) => l.id)).size).toBe(drawing.layers.length);
    }
  });

  it('hatch the areas whose band is unsure and no others', () => {
    const hatch = risk(palette, scores, 1).layers.find((l) => l.id === 'risk-hatch');
    expect(hatch).toMatchObject({ filter: ['in', ['get', 'code'], ['literal', ['a']]], paint: { 'fill-pattern': ['match', ['get', 'code'], 'a', 'hatch-narrow-inverse', ''] } });
    expect(risk(palette, [scores[1]!], 1).layers.map((l) => l.id)).toEqual(['risk']);
    expect([0.8, 0.79, 0.5, 0.49].map(certaintyOf)).toEqual(['sure', 'fair', 'fair', 'poor']);
  });

  it('count the cells that were not sent as not significant', () => {
    expect([...binCounts([cell(3), cell(3), cell(-2)], 10)]).toEqual([[-3, 0], [-2, 1], [-1, 0], [0, 7], [1, 0], [2, 0], [3, 2]]);
  });

  it('frame all areas, and nothing without areas', () => {
    expect(boxOf(areas)).toEqual({ west: 0, south: 0, east: 2, north: 1 });
    expect(boxOf([])).toBeNull();
  });

  it('shorten double names only', () => {
    expect(['Gateway - Green Valley Ranch', 'Cory - Merrill', 'Northeast Park Hill District'].map(labelName)).toEqual(['Green Valley Ranch', 'Cory - Merrill', 'Northeast Park Hill District']);
  });

  it('ask for tiles of the filter and data version', () => {
    expect(incidentTiles('den ver', { from: '2024-01-01', to: '2024-02-01', categories: ['a', 'b'] }, 'v1'))
      .toBe('/tiles/den%20ver/incidents/{z}/{x}/{y}.mvt?from=2024-01-01&to=2024-02-01&categories=a%2Cb&v=v1');
  });

  it('never write a match without branches, which MapLibre refuses', () => {
    expect(match([], 'x')).toEqual(['literal', 'x']);
    expect(match([['a', 1]], 0)).toEqual(['match', ['get', 'code'], 'a', 1, 0]);
  });
});
