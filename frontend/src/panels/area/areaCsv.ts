import type { RiskQuery } from '../../api/generated';
import { weekdayHours, type AreaFigures } from '../../api/useAreaFigures';
import { writeCsv } from '../../state/csv';
import { toIso } from '../../state/days';
import { offenceMix } from '../../state/offenceMix';
import { isoWindow, type TimeWindow } from '../../state/timeWindow';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface Asked {
  area: { code: string; name: string };
  risk: RiskQuery | undefined;
  figures: AreaFigures;
  window: TimeWindow;
  other: TimeWindow;
  label: (offence: string) => string;
}

/** All figures of an area's panel as rows: block, item, value, lower, upper, note. Missing is empty; windows end with the day after their last. */
export function areaCsv({ area, risk, figures, window: w, other, label }: Asked): string {
  const score = risk?.jurisdiction?.riskScores.scores.find((s) => s.area.code === area.code);
  const forecast = figures.forecast.data?.jurisdiction?.forecasts[0];
  const mix = offenceMix(figures.offences.now.data?.jurisdiction?.counts ?? [], figures.offences.before.data?.jurisdiction?.counts ?? []);
  const [now, then] = [isoWindow(w), isoWindow(other)];
  const hours = figures.hours.data && weekdayHours(figures.hours.data);
  type Row = (string | number | null)[];
  return writeCsv([
    ['area', 'block', 'item', 'value', 'lower', 'upper', 'note'],
    ...(score ? [
      ['risk', 'score', score.score, score.lower, score.upper, '80 % interval'],
      ['risk', 'rank', score.rank, score.rankLower, score.rankUpper, '80 % of draws'],
      ['risk', 'expected reports', score.expectedIncidents, null, null, ''],
      ...score.components.map((c): Row => ['risk', c.name, c.contribution, null, null, c.explanation]),
    ] as Row[] : []),
    ...(forecast?.points ?? []).map((p): Row => {
      const eighty = p.intervals.find((i) => i.level === 80);
      return ['forecast', p.start, p.median, eighty?.lower ?? null, eighty?.upper ?? null, `${forecast!.model}, 80 % interval`];
    }),
    ...mix.flatMap((r): Row[] => [
      ['offence', label(r.code), r.now, null, null, `reported ${now.from} to ${now.to}`],
      ['offence before', label(r.code), r.before, null, null, `reported ${then.from} to ${then.to}; adjusted p ${r.p.toFixed(4)}`],
    ]),
    ...(hours ? [...hours].map((n, i): Row => ['weekday and hour', `${days[Math.floor(i / 24)]} ${String(i % 24).padStart(2, '0')}:00`, n, null, null, `52 weeks to ${toIso(w.to)}`]) : []),
    ...(figures.decomposition.data?.jurisdiction?.decomposition.points ?? []).map((p): Row => ['month', p.start, p.observed, null, null, `trend ${p.trend ?? ''}, season ${p.seasonal ?? ''}`]),
  ].map((r, i) => (i === 0 ? r : [area.name, ...r])));
}
