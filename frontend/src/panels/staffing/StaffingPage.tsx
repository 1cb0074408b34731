import { CircleDashed, Download, Printer, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { isNotComputed } from '../../api/errors';
import { busiest, useStaffing, type StaffingPlan } from '../../api/useStaffing';
import { useWidth } from '../../charts/useWidth';
import { ChartFrame } from '../../charts/ChartFrame';
import { WaitCurve, waitTable } from '../../charts/WaitCurve';
import { mondayOf, toIso } from '../../state/days';
import { count, plural } from '../../state/figures';
import { spanOf } from '../../state/timeWindow';
import { adjust, commit } from '../../state/useView';
import { seriesBadge } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';
import { download } from '../download';
import { PageFilter } from '../PageFilter';
import { ToInputs } from '../ToInputs';
import type { PageProps } from '../pageProps';
import { ScenarioBlock } from '../scenario/ScenarioBlock';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { ServerSilent } from '../states/ServerSilent';
import { EffectTable } from './EffectTable';
import { PlanBlock } from './PlanBlock';
import { planFile } from './planFile';
import { Roster } from './Roster';
import { SideBySide } from './SideBySide';
import { ShiftDetail } from './ShiftDetail';
import { ShiftGrid } from './ShiftGrid';
import { ShiftMap } from './ShiftMap';
import { columnName, weekOf, worstOf, type Column } from './week';
import { WhatIf } from './WhatIf';

/** How many units where and when, what waits follow, and what other numbers would do. */
export function StaffingPage({ view, jurisdictions, jurisdiction: j, kind, areas: areasResult }: PageProps) {
  const areas = useMemo(() => areasResult.data?.jurisdiction?.areas ?? [], [areasResult.data]);
  const names = useMemo(() => new Map(areas.map((a) => [a.code, a.name])), [areas]);
  const s = view.staffing;
  const span = spanOf(j.dataset);
  // The first Monday after the data: weeks start on Monday.
  const start = span ? toIso(mondayOf(span.to + 6)) : '';
  const { result, units, planFits } = useStaffing({ code: j.code, kind, areas: span && !areasResult.stale ? areas.length : 0, staffing: s, start, categories: view.categories });
  const plan = result.data?.jurisdiction?.staffing;
  // An older answer may have other shifts than the inputs.
  const order = useMemo(() => areas.map((a) => a.code), [areas]);
  const week = useMemo(() => (plan ? weekOf(plan.rows, plan.shifts, order) : undefined), [plan, order]);
  const needed = useMemo(() => (plan ? busiest(plan.rows, plan.shifts) : null), [plan]);
  const worst = week && worstOf(week.columns);
  const at = week ? (s.column !== null && s.column < week.columns.length ? s.column : (worst?.at ?? 0)) : 0;
  const error = result.error;
  const silent = [result, areasResult].find((r) => r.retryAt > 0);
  const kindName = j.areaKinds.find((k) => k.code === kind)?.label ?? 'Area';
  const from = s.start ?? start;
  const input = (patch: Partial<typeof s>) => adjust({ staffing: { ...s, ...patch } });
  const set = (patch: Partial<typeof s>) => commit({ staffing: { ...s, ...patch } });
  const shown = result.stale ? 'dim' : undefined;
  return (
    <>
      <PageFilter {...{ view, jurisdictions, kind, areas }} jurisdiction={j} />
      <main className="main page printable" aria-label="Staffing">
        {silent && <ServerSilent since={silent.at} retryAt={silent.retryAt} retry={silent.retry} />}
        {result.loading && <div className="loading-bar late"><i /></div>}
        <div className="page-head head-actions">
          <div>
            <h1 className="title">Staffing</h1>
            {plan && units !== null && worst && <Lead plan={plan} units={plan.figures.units} target={s.target} worst={worst} />}
          </div>
          <div className="actions">
            <ToInputs>What if</ToInputs>
            {plan && <ScoreBadge badge={seriesBadge(plan.scorecard, { run: plan.run.datasetVersion, current: j.dataset.version })} card={plan.scorecard} model="Workload" />}
            <button type="button" className="button" disabled={!week} onClick={() => print()}><Printer size={16} strokeWidth={1.75} aria-hidden />Roster</button>
            <button type="button" className="button" disabled={!week} onClick={() => week && download(`staffing-${j.code}-${from}.csv`, planFile(week, names))}><Download size={16} strokeWidth={1.75} aria-hidden />CSV</button>
          </div>
        </div>
        {plan && plan.warnings.length > 0 && (
          <div className="page-block"><Note icon={TriangleAlert} tone="warn" title={plural(plan.warnings.length, 'thing')  + ' to look at'}>{plan.warnings.map((w) => <p key={w}>{w}</p>)}</Note></div>
        )}
        <div className="staffing-columns">
          <WhatIf
            staffing={s} kinds={j.areaKinds} {...{ units, needed, start, plan, kind }} first={j.dataset.from ?? ''} officerInitiated={j.offenceCategories.some((c) => c.officerInitiated)}
            onInput={input} onCommit={set} onKind={(code) => commit({ kind: code, area: null, staffing: { ...s, plan: null, units: null, column: null } })}
          />
          <div className="staffing-results">
            {error && !silent && (
              <div className="page-block">
                {isNotComputed(error) ? <Note icon={CircleDashed} title="Not computed yet">{error.message}</Note> : <Failed what="Staffing" error={error} retry={result.retry} />}
              </div>
            )}
            {kind === null && <p className="page-block second">No areas are loaded. ./geocrime areas FILE loads them.</p>}
            {!plan && result.loading && <p className="page-block second">Planning {plural(areas.length, 'area')} by shift</p>}
            {plan && week && (
              <>
                <div className={shown}><ShiftGrid week={week} shifts={plan.shifts} names={names} target={s.target} selected={at} onSelect={(column) => set({ column })} /></div>
                <div className={`staffing-row ${shown ?? ''}`}>
                  <CurveBlock plan={plan} target={s.target} />
                  <EffectTable plan={plan} units={plan.figures.units} target={s.target} />
                  <ShiftMap {...{ areas, week, at }} height={236} />
                </div>
                <div className="staffing-row two">
                  <div className={shown}><ShiftDetail {...{ plan, week, at, names }} /></div>
                  <div className="stack">
                    <ScenarioBlock scenario={s} offences={j.offenceCategories} start={from} areas={areas} onChange={set}>{plan.baseline && <SideBySide plan={plan} week={week} />}</ScenarioBlock>
                    <PlanBlock text={s.plan} fits={planFits} shifts={s.shifts.map((x) => x.name)} {...{ areas, plan }} onPlan={(text) => set({ plan: text })} />
                  </div>
                </div>
                <p className="small third">{plan.explanation} Data version {j.dataset.version.slice(0, 8)}, run {plan.run.id.slice(0, 8)}.</p>
              </>
            )}
          </div>
        </div>
        {plan && week && units !== null && <Roster jurisdiction={j} {...{ kindName, from, plan, week, names }} staffing={s} units={plan.figures.units} />}
      </main>
    </>
  );
}

function Lead({ plan, units, target, worst }: { plan: StaffingPlan; units: number; target: number; worst: Column }) {
  const f = plan.figures;
  return (
    <p className="lead second">
      With <b>{plural(units, 'unit')}</b> the mean wait stays within {target} minutes in <b>{count(f.shiftsOnTarget)} of {count(f.shifts)}</b> shifts.{' '}
      {worst.short > 0 ? `${columnName(worst)} needs ${count(worst.short)} more.` : 'No shift is short of units.'}
    </p>
  );
}

function CurveBlock({ plan, target }: { plan: StaffingPlan; target: number }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const point = (f: StaffingPlan['figures']) => (f.meanWaitMinutes === null || f.overloadedShare > 0 ? [] : [{ units: f.units, wait: f.meanWaitMinutes }]);
  const points = plan.curve.flatMap(point).sort((a, b) => a.units - b.units);
  const least = points[0]?.units;
  return (
    <section className="page-block curve" aria-label="Mean wait by units">
      <ChartFrame
        title="Mean wait by units" unit="minutes, expected" period="all areas and shifts of the plan" n={null} table={() => waitTable(points)}
        head={<><h2>Mean wait by units</h2><p className="caption">Minutes, all areas and shifts{least !== undefined && plan.curve.some((f) => f.units < least) && `; below ${count(least)} units some waits have no bound`}</p></>}
      >
        <div ref={ref}><WaitCurve points={points} now={point(plan.figures)[0] ?? null} plan={plan.comparison ? (point(plan.comparison.currentPlan)[0] ?? null) : null} target={target} width={width} height={212} /></div>
      </ChartFrame>
      {points.length < 2 && <p className="second">With up to {count(Math.max(...plan.curve.map((f) => f.units)))} units some waits have no bound, so there is no mean to draw.</p>}
    </section>
  );
}
