import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { DecompositionDocument, DiagnosticsDocument, MonthlyByOffenceDocument, WeekdayHourDocument } from '../../api/generated';
import { weekdayHours } from '../../api/useAreaFigures';
import { useQuery } from '../../api/useQuery';
import { HeatKey, HeatMap } from '../../charts/HeatMap';
import { SeriesStrip } from '../../charts/SeriesStrip';
import { useWidth } from '../../charts/useWidth';
import { writeCsv } from '../../state/csv';
import { count, percentChange } from '../../state/figures';
import { incidentFilter, offencesInWords } from '../../state/filter';
import { lastTwoYears, monthAfter, monthlyByOffence, wholeMonths } from '../../state/monthly';
import { download } from '../download';
import { PageFilter } from '../PageFilter';
import type { PageProps } from '../pageProps';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { DecompositionBlock } from './DecompositionBlock';
import { OffenceBlock } from './OffenceBlock';

/** How reports moved over the years, by offence, season and hour; of the whole jurisdiction or of the selected area. */
export function TrendsPage({ view, jurisdictions, jurisdiction: j, kind, areas: areasResult }: PageProps) {
  const areas = areasResult.data?.jurisdiction?.areas ?? [];
  const area = kind === null ? undefined : areas.find((a) => a.code === view.area);
  const where = area ? { kind: kind!, code: area.code } : undefined;
  const filter = useMemo(() => incidentFilter(null, view.categories, where), [view.categories, where?.kind, where?.code]); // eslint-disable-line react-hooks/exhaustive-deps
  const months = j.dataset.from && j.dataset.completeThrough ? wholeMonths(j.dataset.from, j.dataset.completeThrough) : null;

  const series = { code: j.code, kind: where?.kind, area: where?.code, filter: incidentFilter(null, view.categories) };
  const parts = useQuery(DecompositionDocument, months ? { ...series, step: 'MONTH' as const } : null);
  const diagnostics = useQuery(DiagnosticsDocument, months ? series : null);
  const monthly = useQuery(MonthlyByOffenceDocument, months ? { code: j.code, filter } : null);
  const hours = useQuery(WeekdayHourDocument, { code: j.code, filter });

  const rows = monthly.data?.jurisdiction?.counts;
  const offences = useMemo(() => (rows && months ? monthlyByOffence(rows, months.from, months.to) : []), [rows, months?.from, months?.to]); // eslint-disable-line react-hooks/exhaustive-deps
  const totals = useMemo(() => offences.reduce<number[]>((sum, o) => o.series.counts.map((n, i) => n + (sum[i] ?? 0)), []), [offences]);
  const years = lastTwoYears(totals);
  const [ref, width] = useWidth<HTMLDivElement>();
  const [rhythm, rhythmWidth] = useWidth<HTMLDivElement>();
  const silent = [parts, diagnostics, monthly, hours].find((r) => r.retryAt > 0);
  const label = (offence: string) => j.offenceCategories.find((c) => c.code === offence)?.label ?? offence;
  const decomposition = parts.data?.jurisdiction?.decomposition;
  const found = diagnostics.data?.jurisdiction?.diagnostics;
  const byHour = hours.data && weekdayHours(hours.data);
  const save = () => download(`trends-${j.code}${area ? `-${area.code}` : ''}.csv`, writeCsv([
    ['month', 'all', ...offences.map((o) => label(o.offence))],
    ...totals.map((n, i) => [monthAfter(months!.from, i), n, ...offences.map((o) => o.series.counts[i]!)]),
  ]));
  return (
    <>
      <PageFilter {...{ view, jurisdictions, kind, areas }} jurisdiction={j} />
      <main className="main page" aria-label="Trends">
        {silent && <ServerSilent since={silent.at} retryAt={silent.retryAt} retry={silent.retry} />}
        <div className="page-head head-actions">
          <div>
            <h1 className="title">Trends{area && `: ${area.name}`}</h1>
            {years && <p className="lead second">Reports {years.now === years.before ? 'stayed the same' : years.now > years.before ? 'rose' : 'fell'} <b>{percentChange(years.now, years.before).replace(/^[+−]/, '')}</b> in twelve months: {count(years.now)} after {count(years.before)}, {offencesInWords(view.categories, j.offenceCategories).toLowerCase()} offences.</p>}
          </div>
          <span className="spring" />
          <div className="actions"><button type="button" className="button" disabled={totals.length === 0} onClick={save}><Download size={16} strokeWidth={1.75} aria-hidden />CSV</button></div>
        </div>
        {months === null && <section className="page-block"><p className="second">No whole month of reports is loaded yet.</p></section>}
        {monthly.error && !silent && <Failed what="Trends" error={monthly.error} retry={monthly.retry} />}
        <section className="page-block" aria-label="Months">
          <h2>{area ? area.name : j.name} by month</h2>
          <p className="caption">Reported incidents a month; dashed, the year before</p>
          <div ref={ref as React.RefObject<HTMLDivElement>} className={monthly.stale ? 'dim' : undefined}>
            {months && totals.length > 0 && <SeriesStrip values={totals} first={months.from} width={width} height={200} label="Reported incidents a month" extent={[0, 1.05 * Math.max(1, ...totals)]} before years />}
          </div>
        </section>
        <section className={`page-block ${monthly.stale ? 'dim' : ''}`} aria-label="Offences"><h2>Offences</h2><OffenceBlock offences={offences} label={label} /></section>
        <div className="page-columns">
          <section className="page-block" aria-label="Decomposition">
            <h2>Trend and season</h2>
            <p className="caption">Reported incidents a month, taken apart by STL (Cleveland et al. 1990)</p>
            {parts.error && !silent && <Failed what="The decomposition" error={parts.error} retry={parts.retry} />}
            {decomposition && <DecompositionBlock parts={decomposition} stale={parts.stale} />}
          </section>
          <section className="page-block" aria-label="Rhythm">
            <h2>Rhythm</h2>
            <p className="caption">Reported incidents by weekday and hour of their start</p>
            <div ref={rhythm as React.RefObject<HTMLDivElement>}>{byHour && <><HeatMap counts={byHour} width={rhythmWidth} /><HeatKey most={byHour.reduce((m, n) => Math.max(m, n), 0)} /></>}</div>
            <h2 style={{ marginTop: 16 }}>Can the days be foretold?</h2>
            {diagnostics.error && !silent && <Failed what="The tests" error={diagnostics.error} retry={diagnostics.retry} />}
            {found && (
              <div className={diagnostics.stale ? 'dim' : undefined}>
                <p className="second" style={{ marginTop: 4 }}>{found.verdict}</p>
                <details className="small second" style={{ marginTop: 8 }}>
                  <summary>Statistics of the daily counts</summary>
                  <p>Augmented Dickey-Fuller {figure(found.adf.statistic)}, p = {figure(found.adf.pValue)}: {found.adf.verdict}</p>
                  <p>KPSS {figure(found.kpss.statistic)}, p = {figure(found.kpss.pValue)}: {found.kpss.verdict}</p>
                  <p>Autocorrelation at 1, 7 and 28 days: {[1, 7, 28].map((lag) => figure(found.acf[lag] ?? null)).join(', ')} (chance stays within ±{figure(found.confidence)})</p>
                </details>
              </div>
            )}
          </section>
        </div>
      </main>
    </>
  );
}

const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(2).replace('-', '−'));
