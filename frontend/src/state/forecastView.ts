import type { SeriesStep } from '../api/generated';

/** How the forecasts page looks ahead. */
export interface ForecastView {
  step: SeriesStep;
  /** Days ahead, one of `aheadDays`. */
  ahead: number;
}

const aheadDays: readonly number[] = [7, 14, 28, 60, 90, 180, 365];
const defaultForecast: ForecastView = { step: 'WEEK', ahead: 28 };

const steps: readonly SeriesStep[] = ['DAY', 'WEEK', 'MONTH'];

/** "next 4 weeks" without the "next". */
export const aheadInWords = (days: number): string => ({ 7: '7 days', 14: '2 weeks', 28: '4 weeks', 365: 'a year' })[days] ?? `${days} days`;

/** Steps that cover the days, as near as whole steps can; at least one, and no more than the server allows. */
export function stepsAhead({ step, ahead }: ForecastView): number {
  if (step === 'DAY') return ahead;
  return step === 'WEEK' ? Math.min(52, Math.max(1, Math.round(ahead / 7))) : Math.min(12, Math.max(1, Math.round(ahead / 30.4)));
}

/** Horizons that a step can show: no week of less than seven days, no month of less than four weeks. */
export const horizonsOf = (step: SeriesStep): readonly number[] => aheadDays.filter((d) => d >= { DAY: 7, WEEK: 7, MONTH: 28 }[step]);

/** Reads the view from an address; what is not understood falls back to the default. */
export function parseForecast(q: URLSearchParams): ForecastView {
  const step = steps.find((s) => s.toLowerCase() === q.get('by')) ?? defaultForecast.step;
  return { step, ahead: horizonsOf(step).find((d) => String(d) === q.get('ahead')) ?? defaultForecast.ahead };
}

export const formatForecast = (f: ForecastView): [string, string | false][] => [
  ['by', f.step !== defaultForecast.step && f.step.toLowerCase()],
  ['ahead', f.ahead !== defaultForecast.ahead && String(f.ahead)],
];
