import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { weekdayHours } from '../../api/useAreaFigures';
import { useTrends } from '../../api/useTrends';
import { writeCsv } from '../../state/csv';
import { dailySeries } from '../../state/dailySeries';
import { count, percentChange } from '../../state/figures';
import { offencesInWords } from '../../state/filter';
import { lastTwoYears, monthAfter, monthlyByArea, monthlyByOffence, wholeMonths } from '../../state/monthly';
import { spanOf } from '../../state/timeWindow';
import { commit } from '../../state/useView';
import { download } from '../download';
import { PageFilter } from '../PageFilter';
import type { PageProps } from '../pageProps';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { AreasBlock } from './AreasBlock';
import { CalendarBlock } from './CalendarBlock';
import { CompletenessBlock } from './CompletenessBlock';
import { DecompositionBlock } from './DecompositionBlock';
import { DiagnosticsBlock } from './DiagnosticsBlock';
import { MonthsBlock } from './MonthsBlock';
import { OffenceBlock } from './OffenceBlock';
import { RhythmBlock } from './RhythmBlock';

/** How reports moved over the years, by offence, area, season and hour; of the whole jurisdiction or of the selected area. */
export function TrendsPage({ view, jurisdictions, jurisdiction: j, kind, areas: areasResult }: PageProps) {
  const areas = useMemo(() => areasResult.data?.jurisdiction?.areas ?? [], [areasResult.data]);
  const names = useMemo(() => new Map(areas.map((a) => [a.code, a.name])), [areas]);
  const area = kind === null ? undefined : areas.find((a) => a.code === view.area);
  const span = useMemo(() => spanOf(j.dataset), [j.dataset]);
  const months = useMemo(() => (j.dataset.from && j.dataset.completeThrough ? wholeMonths(j.dataset.from, j.dataset.completeThrough) : null), [j.dataset]);
  const { parts, diagnostics, defects, byOffence, byArea, hours, daily, city } = useTrends({
    code: j.code, kind, area: area?.code ?? null, categories: view.categories, parts: view.options.parts, ready: months !== null,
  });
  const [offenceRows, areaRows, dayRows, cityRows] = [byOffence, byArea, daily, city].map((r) => r.data?.jurisdiction?.counts);
  const offences = useMemo(() => (offenceRows && months ? monthlyByOffence(offenceRows, months.from, months.to) : []), [offenceRows, months]);
  const ranked = useMemo(() => (areaRows && months ? monthlyByArea(areaRows, months.from, months.to) : []), [areaRows, months]);
  const series = useMemo(() => (dayRows && span ? dailySeries(dayRows, span) : null), [dayRows, span]);
  const citySeries = useMemo(() => (cityRows && span ? dailySeries(cityRows, span) : null), [cityRows, span]);
  const byHour = useMemo(() => hours.data && weekdayHours(hours.data), [hours.data]);
  const totals = useMemo(() => offences.reduce<number[]>((sum, o) => o.series.counts.map((n, i) => n + (sum[i] ?? 0)), []), [offences]);
  const years = lastTwoYears(totals);
  const silent = [parts, diagnostics, byOffence, hours, daily].find((r) => r.retryAt > 0);
  const label = (offence: string) => j.offenceCategories.find((c) => c.code === offence)?.label ?? offence;
  const place = area?.name ?? j.name;
  const option = (patch: Partial<typeof view.options>) => commit({ options: { ...view.options, ...patch } });
  const found = diagnostics.data?.jurisdiction?.diagnostics;
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
          <div className="actions">
            {area && <button type="button" className="button" onClick={() => commit({ area: null })}>All of {j.name}</button>}
            <button type="button" className="button" disabled={totals.length === 0} onClick={save}><Download size={16} strokeWidth={1.75} aria-hidden />CSV</button>
          </div>
        </div>
        {months === null && <section className="page-block"><p className="second">No whole month of reports is loaded yet.</p></section>}
        {byOffence.error && !silent && <Failed what="Trends" error={byOffence.error} retry={byOffence.retry} />}
        {months && totals.length > 0 && (
          <section className={`page-block ${byOffence.stale ? 'dim' : ''}`} aria-label="Months"><MonthsBlock {...{ place, totals }} first={months.from} look={view.options.months} onLook={(look) => option({ months: look })} /></section>
        )}
        <section className={`page-block ${byOffence.stale ? 'dim' : ''}`} aria-label="Offences"><OffenceBlock offences={offences} label={label} /></section>
        <div className="page-columns">
          <section className="page-block" aria-label="Decomposition">
            <DecompositionBlock parts={parts.error ? undefined : parts.data?.jurisdiction?.decomposition} method={view.options.parts} onMethod={(method) => option({ parts: method })} stale={parts.stale}>
              {parts.error && !silent && <Failed what="The decomposition" error={parts.error} retry={parts.retry} />}
            </DecompositionBlock>
          </section>
          <section className="page-block" aria-label="Rhythm">{span && <RhythmBlock hours={byHour} series={series} span={span} stale={hours.stale} />}</section>
        </div>
        {kind && months && ranked.length > 0 && (
          <section className="page-block" aria-label="Areas">
            <AreasBlock {...{ view, kind, names }} kindName={j.areaKinds.find((k) => k.code === kind)?.label ?? 'Area'} first={months.from} areas={ranked} stale={byArea.stale} />
          </section>
        )}
        {series && span && <section className="page-block" aria-label="Calendar"><CalendarBlock series={series} span={span} stale={daily.stale} /></section>}
        <div className="page-columns">
          <section className="page-block" aria-label="Completeness">
            {citySeries && span && <CompletenessBlock city={citySeries} span={span} located={j.dataset.located} incidents={j.dataset.incidents} defects={defects.data?.jurisdiction?.seriesDefects} place={place} />}
            {defects.error && !silent && <Failed what="The search for gaps" error={defects.error} retry={defects.retry} />}
          </section>
          <section className="page-block" aria-label="Tests">
            <h2>Can the days be foretold?</h2>
            {diagnostics.error && !silent && <Failed what="The tests" error={diagnostics.error} retry={diagnostics.retry} />}
            {found && <DiagnosticsBlock found={found} stale={diagnostics.stale} />}
          </section>
        </div>
      </main>
    </>
  );
}
