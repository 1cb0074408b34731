import { Minus, Plus } from 'lucide-react';
import type { StaffingPlan } from '../../api/useStaffing';
import { count, measure } from '../../state/figures';
import { staffingRange, type StaffingView } from '../../state/staffingView';
import { Dial } from '../controls/Dial';
import { NumberField } from '../controls/NumberField';
import { Segmented } from '../controls/Segmented';
import { ShiftEditor } from './ShiftEditor';

const percentiles = [{ value: '50', label: 'Median' }, { value: '80', label: '80th' }, { value: '95', label: '95th' }] as const;

interface Props {
  staffing: StaffingView;
  /** Units that are planned with, and that the busiest shift needs; null before the first answer. */
  units: number | null;
  needed: number | null;
  /** First day of the plan where none is set, and the first day that can be planned. */
  start: string;
  first: string;
  plan: StaffingPlan | undefined;
  officerInitiated: boolean;
  kinds: readonly { code: string; label: string; areas: number }[];
  kind: string | null;
  onKind: (code: string) => void;
  /** A movement of the hand, then a step that Back undoes. */
  onInput: (patch: Partial<StaffingView>) => void;
  onCommit: (patch: Partial<StaffingView>) => void;
}

/** What the plan is made from; each change takes effect at once. */
export function WhatIf({ staffing: s, units, needed, start, first, plan, officerInitiated, kinds, kind, onKind, onInput, onCommit }: Props) {
  const step = (by: number) => units !== null && onCommit({ units: Math.max(staffingRange.units.min, units + by) });
  const usual = needed ?? units ?? 1;
  return (
    <section id="inputs" className="page-block what-if" aria-label="What if">
      <h2>What if</h2>
      <div className="row units">
        <span className="figure">{units === null ? '–' : count(units)}</span>
        <span className="small second">units on duty<br />in each shift</span>
        <span className="spring" />
        <button type="button" className="button square" aria-label="One unit fewer" disabled={units === null || units <= 1} onClick={() => step(-1)}><Minus size={16} strokeWidth={1.75} aria-hidden /></button>
        <button type="button" className="button square" aria-label="One unit more" disabled={units === null} onClick={() => step(1)}><Plus size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      {units !== null && <Dial label="Units" value={units} {...staffingRange.units} step={1} from={Math.max(1, Math.floor(usual / 2))} to={Math.ceil(usual * 1.5)} onChange={(n) => onInput({ units: n })} />}
      {needed !== null && units !== needed && <button type="button" className="text-link small start" onClick={() => onCommit({ units: needed })}>As many as the busiest shift needs: {count(needed)}</button>}
      <Dial label="Wait target" unit="min" value={s.target} {...staffingRange.target} step={1} to={30} onChange={(target) => onInput({ target })} />
      <Dial label="Service time" unit="min" value={s.service} {...staffingRange.service} step={1} from={10} to={120} onChange={(service) => onInput({ service })} />
      <Dial label="Relief factor" value={s.relief} {...staffingRange.relief} step={0.1} to={3} onChange={(relief) => onInput({ relief: +relief.toFixed(1) })} />
      <div className="field"><span>Plan for this percentile of the work</span><Segmented label="Percentile" value={String(s.percentile) as '80'} options={percentiles} onChange={(p) => onCommit({ percentile: Number(p) })} /></div>
      <ShiftEditor shifts={s.shifts} onChange={(shifts) => onCommit({ shifts, column: null, plan: shifts.length === s.shifts.length ? s.plan : null })} />
      <div className="field-pair even">
        <label className="field">First day<input type="date" min={first} value={s.start ?? start} onChange={(e) => e.target.validity.valid && e.target.value && onCommit({ start: e.target.value === start ? null : e.target.value })} /></label>
        <label className="field">Areas<select value={kind ?? ''} onChange={(e) => onKind(e.target.value)}>{kinds.map((k) => <option key={k.code} value={k.code}>{k.label}</option>)}</select></label>
      </div>
      <details>
        <summary className="small">More: days, calls per report, officer-initiated</summary>
        <div className="what-if more">
          <NumberField label="Days planned" value={s.days} {...staffingRange.days} onChange={(days) => onInput({ days })} />
          <NumberField label="Calls for each report" value={s.calls} {...staffingRange.calls} step={0.1} onChange={(calls) => onInput({ calls })} />
          {officerInitiated && <NumberField label="Weight of officer-initiated records" value={s.officerWeight} {...staffingRange.officerWeight} step={0.1} onChange={(officerWeight) => onInput({ officerWeight })} />}
        </div>
      </details>
      {plan && <p className="row headcount"><span className="small second">Roster to cover {plan.shifts.length === 3 ? 'three' : plan.shifts.length} shifts</span><span className="spring" /><span className="medium">{plan.headcount < 10 ? measure(plan.headcount) : count(Math.ceil(plan.headcount - 1e-9))} units</span></p>}
      <p className="micro third">Workload from reported incidents only. Calls that led to no report are not in it; raise the service time or the calls for each report to include them.</p>
    </section>
  );
}
