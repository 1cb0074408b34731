import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** Classes of predicted cells: the leading 0.5, 1, 2, 5 and 10 % of the city's cells. */
export const placeClasses: readonly { share: number; token: string }[] = [
  { share: 0.005, token: 'seq-8' }, { share: 0.01, token: 'seq-7' }, { share: 0.02, token: 'seq-6' }, { share: 0.05, token: 'seq-4' }, { share: 0.1, token: 'seq-2' },
];

/** Borders between classes of near-repeat risk, as shares of the highest. */
export const repeatClasses: readonly { from: number; token: string }[] = [
  { from: 0, token: 'seq-2' }, { from: 1 / 16, token: 'seq-4' }, { from: 1 / 4, token: 'seq-6' }, { from: 9 / 16, token: 'seq-8' },
];

/** Classes of stability: in how many settings a cell is significant. */
export const stabilityClasses: readonly { from: number; strength: 1 | 2 | 3; words: string }[] = [
  { from: 0.25, strength: 1, words: '25–50' }, { from: 0.5, strength: 2, words: '50–90' }, { from: 0.9, strength: 3, words: '90\u202f%' },
];

const features = <Cell extends { geometry: Geometry }>(cells: readonly Cell[], properties: (cell: Cell) => Record<string, unknown>): FeatureCollection => ({
  type: 'FeatureCollection',
  features: cells.map((cell): Feature => ({ type: 'Feature', properties: properties(cell), geometry: cell.geometry })),
});

/** @param units cells of the whole city. */
export const placeFeatures = (cells: readonly { geometry: Geometry; rank: number; share: number }[], units: number): FeatureCollection =>
  features(cells, ({ rank, share }) => ({ rank, share, fill: placeClasses.find((c) => rank <= Math.ceil(c.share * units))?.token ?? 'seq-2' }));

export function repeatFeatures(cells: readonly { geometry: Geometry; risk: number }[]): FeatureCollection {
  const most = Math.max(...cells.map((c) => c.risk));
  return features(cells, ({ risk }) => ({ risk, fill: repeatClasses.findLast((c) => risk >= c.from * most)!.token }));
}

/** Cells that are hot, or cold, in a quarter of the settings or more. */
export const stableFeatures = (cells: readonly { geometry: Geometry; hot: number; cold: number; settings: number }[]): FeatureCollection =>
  features(
    cells.filter((c) => Math.max(c.hot, c.cold) >= stabilityClasses[0]!.from * c.settings),
    ({ hot, cold, settings }) => ({ hot, cold, settings, fill: `${hot >= cold ? 'hot' : 'cold'}-${stabilityClasses.findLast((c) => Math.max(hot, cold) >= c.from * settings)!.strength}` }),
  );

/** Cells filled with the token that their property "fill" names. */
export function filledCells(id: 'places' | 'nearRepeat' | 'stability', palette: Palette, cells: FeatureCollection, opacity: number): Drawing {
  const tokens = [...new Set(cells.features.map((f) => String(f.properties?.fill)))];
  const fill = (tokens.length === 0 ? 'rgba(0,0,0,0)' : ['match', ['get', 'fill'], ...tokens.flatMap((t) => [t, palette(t)]), 'rgba(0,0,0,0)']) as unknown as ExpressionSpecification;
  return {
    sources: { [id]: { type: 'geojson', data: cells } },
    layers: [{ id, type: 'fill', source: id, paint: { 'fill-color': fill, 'fill-opacity': opacity, 'fill-antialias': false } }],
  };
}
