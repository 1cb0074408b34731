import { DailyCountsDocument, DecompositionDocument, DiagnosticsDocument, MonthlyByAreaDocument, MonthlyByOffenceDocument, SeriesDefectsDocument, WeekdayHourDocument, type DecompositionMethod, type DecompositionQuery } from './generated';
import { useQuery } from './useQuery';
import { incidentFilter } from '../state/filter';
import type { Options } from '../state/options';

const methods: Record<Options['parts'], DecompositionMethod> = { stl: 'STL', mstl: 'MSTL', additive: 'ADDITIVE', multiplicative: 'MULTIPLICATIVE' };

interface Asked {
  code: string;
  kind: string | null;
  /** null = the whole jurisdiction. */
  area: string | null;
  categories: readonly string[];
  parts: Options['parts'];
  /** False while not one month is whole. */
  ready: boolean;
}

/** What the trends page shows of the whole history. */
export function useTrends({ code, kind, area, categories, parts, ready }: Asked) {
  const place = kind && area ? { kind, code: area } : undefined;
  const filter = incidentFilter(null, categories, place);
  const series = { code, kind: place?.kind, area: place?.code, filter: incidentFilter(null, categories) };
  return {
    // The week shows in days alone.
    parts: useQuery(DecompositionDocument, ready ? { ...series, step: parts === 'mstl' ? 'DAY' : 'MONTH', method: methods[parts] } : null),
    diagnostics: useQuery(DiagnosticsDocument, ready ? series : null),
    defects: useQuery(SeriesDefectsDocument, ready ? series : null),
    byOffence: useQuery(MonthlyByOffenceDocument, ready ? { code, filter } : null),
    byArea: useQuery(MonthlyByAreaDocument, ready && kind ? { code, kind, filter: incidentFilter(null, categories) } : null),
    hours: useQuery(WeekdayHourDocument, { code, filter }),
    daily: useQuery(DailyCountsDocument, { code, filter }),
    /** All reports of the city: a day without any is a gap, not a zero. */
    city: useQuery(DailyCountsDocument, { code, filter: incidentFilter(null, []) }),
  };
}

export type Parts = NonNullable<DecompositionQuery['jurisdiction']>['decomposition'];
