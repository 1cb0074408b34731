import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { StaffingPlan } from '../../api/useStaffing';
import { count, plural } from '../../state/figures';
import { planOf, planText } from '../../state/postedPlan';
import { readPlan } from './planCsv';

const mostShown = 6;
const mostBytes = 2_000_000;

interface Props {
  /** As the address carries it; null = none. */
  text: string | null;
  fits: boolean;
  shifts: readonly string[];
  areas: readonly { code: string; name: string }[];
  plan: StaffingPlan | undefined;
  onPlan: (text: string | null) => void;
}

/** Today's plan from a file, read in the browser, and what it would do to the waits. */
export function PlanBlock({ text, fits, shifts, areas, plan, onPlan }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [errors, setErrors] = useState<string[]>([]);
  const read = async (file: File) => {
    if (file.size > mostBytes) return setErrors([`${file.name} has more than 2 MB; a plan of ${plural(areas.length, 'area')} needs far less.`]);
    const found = readPlan(await file.text(), areas, shifts);
    setErrors(found.errors);
    if (found.errors.length === 0) onPlan(planText(found.rows, shifts));
  };
  const rows = text && fits ? (planOf(text, shifts)?.length ?? 0) : 0;
  return (
    <section className="page-block" aria-label="Today’s plan" id="plan">
      <h2>Today’s plan</h2>
      <p className="caption">A CSV file with the columns area, weekday, shift and units. It is read here and kept in this page’s address.</p>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <input ref={input} type="file" accept=".csv,text/csv" className="unseen" tabIndex={-1} aria-label="Plan as CSV" onChange={(e) => { const file = e.target.files?.[0]; if (file) void read(file); e.target.value = ''; }} />
        <button type="button" className="button" onClick={() => input.current?.click()}><Upload size={16} strokeWidth={1.75} aria-hidden />{text ? 'Compare with another plan (CSV)' : 'Compare with a plan (CSV)'}</button>
        {text && <button type="button" className="button" onClick={() => { setErrors([]); onPlan(null); }}>Take it away</button>}
      </div>
      {errors.length > 0 && (
        <div role="alert" className="plan-errors">
          <p className="medium wrong">{plural(errors.length, 'row needs', 'rows need')} correction; nothing was compared.</p>
          <ul className="small">{errors.slice(0, mostShown).map((e) => <li key={e}>{e}</li>)}{errors.length > mostShown && <li className="third">and {count(errors.length - mostShown)} more</li>}</ul>
        </div>
      )}
      {text && !fits && <p role="alert" className="small wrong foot">The plan was made for other shifts; it is not compared. Set the shifts back or read another plan.</p>}
      {plan?.comparison && errors.length === 0 && <p className="small second foot">{plural(rows, 'row')} read. {plan.comparison.note}</p>}
    </section>
  );
}
