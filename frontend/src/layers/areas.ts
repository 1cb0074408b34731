import type { ExpressionSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** A font-family of base.css whose name carries the weight, because MapLibre reads weights from names. */
const face = ['Inter Medium'];

/**
 * Borders of the areas.
 * @param busy true over a layer that covers the land, where full borders would cut it up.
 */
export const areaLines = (palette: Palette, opacity: number, busy: boolean): Drawing => ({
  sources: {},
  layers: [{
    id: 'area-lines', type: 'line', source: 'areas',
    paint: { 'line-color': palette('map-line'), 'line-width': 1, 'line-opacity': opacity * (busy ? 0.55 : 1) },
  }],
});

/** Invisible fill that answers the pointer, so that a click selects an area whichever layer is on. */
export const areaTargets: Drawing = {
  sources: {},
  layers: [{ id: 'area-targets', type: 'fill', source: 'areas', paint: { 'fill-opacity': 0 } }],
};

/**
 * Names of the areas; where labels touch, the first in rank or else the larger area keeps its name.
 * @param ranks rank by area code, written under the name; empty for none.
 */
export function areaNames(
  palette: Palette, labels: FeatureCollection, opacity: number, selected: string | null, ranks: ReadonlyMap<string, number>,
): Drawing {
  const ranked = ranks.size > 0;
  const rank = match([...ranks].map(([code, r]) => [code, `#${r}`]), '');
  const order = match([...ranks].map(([code, r]) => [code, r]), ranks.size + 1);
  const isSelected: ExpressionSpecification = ['==', ['get', 'code'], selected ?? ''];
  return {
    sources: { 'area-labels': { type: 'geojson', data: labels, promoteId: 'code' } },
    layers: [{
      id: 'area-names', type: 'symbol', source: 'area-labels',
      layout: {
        'text-field': ranked ? ['format', ['get', 'name'], {}, '\n', {}, rank, { 'font-scale': 0.95 }] : ['get', 'name'],
        'text-font': face,
        'text-size': 11,
        'text-line-height': 1.12,
        'text-max-width': 7,
        'text-padding': 3,
        'symbol-sort-key': ['case', isSelected, -1e6, ranked ? order : ['-', 0, ['get', 'size']]],
      },
      paint: {
        'text-color': ['case', isSelected, palette('ink'), palette('map-label')],
        'text-halo-color': palette('map-halo'),
        'text-halo-width': 1.6,
        'text-opacity': ['case', ['boolean', ['feature-state', 'covered'], false], 0, opacity],
      },
    }],
  };
}

/** `match` on the area's code; MapLibre refuses a match without branches. */
export function match<T extends string | number>(pairs: readonly (readonly [string, T])[], otherwise: T): ExpressionSpecification {
  if (pairs.length === 0) return ['literal', otherwise] as unknown as ExpressionSpecification;
  return ['match', ['get', 'code'], ...pairs.flat(), otherwise] as unknown as ExpressionSpecification;
}

/** The selected areas: an ink outline in a casing, above all layers. */
export function selection(palette: Palette, codes: readonly string[]): Drawing {
  if (codes.length === 0) return { sources: {}, layers: [] };
  const filter: ExpressionSpecification = ['in', ['get', 'code'], ['literal', [...codes]]];
  const line = (id: string, color: string, width: number) => ({
    id, type: 'line' as const, source: 'areas', filter, layout: { 'line-join': 'round' as const },
    paint: { 'line-color': color, 'line-width': width },
  });
  return {
    sources: {},
    layers: [line('selection-case', palette('map-select-case'), 5), line('selection', palette('map-select'), 2.25)],
  };
}
