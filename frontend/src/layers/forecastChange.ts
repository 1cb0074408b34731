import type { ExpressionSpecification } from 'maplibre-gl';
import { changeBorders, changeToken, moverRow, type MoverFigures, type MoverRow } from '../state/movers';
import { match } from './areas';
import type { Drawing } from './drawing';
import { hatchName } from './hatch';
import type { Palette } from './palette';

interface Tables { rising: { movers: readonly MoverFigures[] }; falling: { movers: readonly MoverFigures[] } }

/** All areas' changes, from the largest rise down to the smallest, then from the largest fall. */
export const changeRows = (tables: Tables): MoverRow[] => [...tables.rising.movers, ...tables.falling.movers].map(moverRow);

/** Areas filled by the class of their change; at 60 % and hatched where the interval includes no change. */
export function forecastChange(palette: Palette, rows: readonly MoverRow[], opacity: number): Drawing {
  const borders = changeBorders(rows.map((r) => r.difference));
  const fill = match(rows.map((r) => [r.code, palette(changeToken(r.difference, borders))] as const), 'rgba(0,0,0,0)');
  const strength = match(rows.map((r) => [r.code, r.sure ? opacity : 0.6 * opacity] as const), 0);
  const unsure = rows.filter((r) => !r.sure);
  const hatched: ExpressionSpecification = ['in', ['get', 'code'], ['literal', unsure.map((r) => r.code)]];
  const pattern = match(unsure.map((r) => [r.code, hatchName(false, changeToken(r.difference, borders).endsWith('3'))] as const), '');
  return {
    sources: {},
    layers: [
      { id: 'forecast-change', type: 'fill', source: 'areas', paint: { 'fill-color': fill, 'fill-opacity': strength } },
      ...(unsure.length === 0 ? [] : [{ id: 'forecast-change-hatch', type: 'fill' as const, source: 'areas', filter: hatched, paint: { 'fill-pattern': pattern, 'fill-opacity': opacity } }]),
    ],
  };
}
