import type { ExpressionSpecification } from 'maplibre-gl';
import type { RiskBand } from '../api/generated';
import { sentenceCase } from '../state/words';
import { match } from './areas';
import type { Drawing } from './drawing';
import { hatchName } from './hatch';
import type { Palette } from './palette';

export const bands: readonly RiskBand[] = ['LOW', 'GUARDED', 'ELEVATED', 'HIGH', 'SEVERE'];
export const bandName = (band: RiskBand): string => sentenceCase(band);
export const bandToken = (band: RiskBand): string => `risk-${bands.indexOf(band) + 1}`;

/** How sure a band is: held in ≥ 80 % of draws, in 50–80 %, in fewer. */
export type Certainty = 'sure' | 'fair' | 'poor';
export const certaintyOf = (bandProbability: number): Certainty =>
  bandProbability >= 0.8 ? 'sure' : bandProbability >= 0.5 ? 'fair' : 'poor';

interface Score { area: { code: string }; band: RiskBand; bandProbability: number }

/** Areas filled by band, hatched where the band is unsure; areas without a score keep the colour of the land. */
export function risk(palette: Palette, scores: readonly Score[], opacity: number): Drawing {
  const fill = match(scores.map((s) => [s.area.code, palette(bandToken(s.band))] as const), 'rgba(0,0,0,0)');
  const unsure = scores.filter((s) => certaintyOf(s.bandProbability) !== 'sure');
  const hatched: ExpressionSpecification = ['in', ['get', 'code'], ['literal', unsure.map((s) => s.area.code)]];
  const pattern = match(unsure.map((s) => [s.area.code, hatchName(certaintyOf(s.bandProbability) === 'poor', bands.indexOf(s.band) >= 3)] as const), '');
  return {
    sources: {},
    layers: [
      { id: 'risk', type: 'fill', source: 'areas', paint: { 'fill-color': fill, 'fill-opacity': opacity } },
      ...(unsure.length === 0 ? [] : [{
        id: 'risk-hatch', type: 'fill' as const, source: 'areas', filter: hatched,
        paint: { 'fill-pattern': pattern, 'fill-opacity': opacity },
      }]),
    ],
  };
}
