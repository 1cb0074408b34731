import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { EmergingPattern } from '../api/generated';
import type { Drawing } from './drawing';
import { markName, type Mark } from './marks';
import type { Palette } from './palette';

export interface EmergingCell { id: string; geometry: Geometry; pattern: EmergingPattern; incidents: number; hotSteps: number; coldSteps: number }

/** The eight ways a cell can be hot or cold over time, in the legend's order; persistent cells wear no mark. */
export const patterns = ['new', 'consecutive', 'intensifying', 'persistent', 'diminishing', 'sporadic', 'oscillating', 'historical'] as const;
export type Pattern = (typeof patterns)[number];
export const sides = ['hot', 'cold'] as const;

export const patternCode = (pattern: Pattern, side: (typeof sides)[number]): EmergingPattern => `${pattern}_${side}`.toUpperCase() as EmergingPattern;
export const patternToken = (pattern: Pattern, side: (typeof sides)[number]): string => `em-${pattern}-${side}`;
export const patternInWords = (pattern: EmergingPattern): string => {
  const [way, side] = pattern.toLowerCase().split('_');
  return side === undefined ? 'no pattern' : `${way} ${side} spot`;
};

const markOf: Record<Pattern, Mark | null> = {
  new: 'dot', consecutive: 'bars', intensifying: 'up', persistent: null, diminishing: 'down', sporadic: 'dots', oscillating: 'wave', historical: 'ring',
};
export const markFor = (pattern: Pattern): Mark | null => markOf[pattern];

const all = patterns.flatMap((pattern) => sides.map((side) => ({ pattern, side, code: patternCode(pattern, side) })));

export const emergingFeatures = (cells: readonly EmergingCell[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: cells.map(({ geometry, ...properties }): Feature => ({ type: 'Feature', properties, geometry })),
});

/** Least size of a cell on the screen at which its mark is drawn, px. */
const leastCell = 14;
const metresPerPixelAtZoom0 = 78_271.5;

/** Zoom from which cells are large enough for their marks. */
export const markZoom = (cellMetres: number, latitude: number): number =>
  Math.log2((leastCell * metresPerPixelAtZoom0 * Math.cos((latitude * Math.PI) / 180)) / cellMetres);

/** Cells filled by pattern, with a mark where there is room; cells without one are not drawn. @param only the pattern to single out. */
export function emerging(palette: Palette, cells: FeatureCollection, opacity: number, cellMetres: number, latitude: number, only: EmergingPattern | null): Drawing {
  const choose = (value: (p: (typeof all)[number]) => string, otherwise: string) =>
    ['match', ['get', 'pattern'], ...all.flatMap((p) => [p.code, value(p)]), otherwise] as unknown as ExpressionSpecification;
  const strength: ExpressionSpecification | number = only ? ['case', ['==', ['get', 'pattern'], only], opacity, 0.12 * opacity] : opacity;
  const marked = all.flatMap((p) => (markOf[p.pattern] ? [p.code] : []));
  return {
    sources: { emerging: { type: 'geojson', data: cells } },
    layers: [
      { id: 'emerging', type: 'fill', source: 'emerging', paint: { 'fill-color': choose((p) => palette(patternToken(p.pattern, p.side)), 'rgba(0,0,0,0)'), 'fill-opacity': strength, 'fill-antialias': false } },
      { id: 'emerging-lines', type: 'line', source: 'emerging', paint: { 'line-color': palette('map-land'), 'line-opacity': strength, 'line-width': ['interpolate', ['exponential', 2], ['zoom'], 9, 0.25, 11, 0.9, 14, 5] } },
      {
        id: 'emerging-marks', type: 'symbol', source: 'emerging', minzoom: markZoom(cellMetres, latitude), filter: ['in', ['get', 'pattern'], ['literal', marked]],
        layout: { 'icon-image': choose((p) => (markOf[p.pattern] ? markName(markOf[p.pattern]!, palette(patternToken(p.pattern, p.side))) : ''), ''), 'icon-allow-overlap': true, 'icon-ignore-placement': true },
        paint: { 'icon-opacity': strength },
      },
    ],
  };
}
