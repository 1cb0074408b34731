import { useMemo } from 'react';
import { exactPoissonTest } from '../../charts/exactTest';
import { covers, totalIn, type DailySeries } from '../../state/dailySeries';
import { firstOfYear, yearBefore, yearOf, type Day } from '../../state/days';
import { count, percentChange } from '../../state/figures';
import { verdictOf } from '../../state/offenceMix';
import { lengthOf, type TimeWindow } from '../../state/timeWindow';
import { VerdictWords } from './VerdictWords';
import { AreaSection } from './AreaSection';

/** @param end first day after the period: nothing later is compared. */
export function ChangeBlock({ series, end, brief }: { series: DailySeries; end: Day; brief?: boolean }) {
  const year = yearOf(end - 1);
  const rows = [
    { name: '28 days', now: { from: end - 28, to: end }, before: { from: end - 28 - 364, to: end - 364 } },
    { name: 'Year to date', now: { from: firstOfYear(year), to: end }, before: { from: firstOfYear(year - 1), to: yearBefore(end - 1) + 1 } },
  ].filter((r) => covers(series, r.now) && covers(series, r.before));
  return (
    <AreaSection label="What changed">
      <h3>What changed <span className="sub">against the same days of {year - 1}</span></h3>
      {rows.length === 0 && <p className="small second">The data do not reach back a year from here.</p>}
      {rows.length > 0 && (
        <table>
          <thead><tr><th><span className="unseen">Period</span></th><th className="num">{year}</th><th className="num">{year - 1}</th><th className="num">Change</th><th>{brief ? 'Clear?' : 'Verdict'}</th></tr></thead>
          <tbody>{rows.map((r) => <Row key={r.name} {...r} {...{ series, brief }} />)}</tbody>
        </table>
      )}
    </AreaSection>
  );
}

function Row({ name, now, before, series, brief }: { name: string; now: TimeWindow; before: TimeWindow; series: DailySeries; brief?: boolean }) {
  const [a, b, days, daysBefore] = [totalIn(series, now), totalIn(series, before), lengthOf(now), lengthOf(before)];
  const p = useMemo(() => exactPoissonTest(a, b, days, daysBefore), [a, b, days, daysBefore]);
  return (
    <tr>
      <td className="nowrap">{name}</td>
      <td className="num medium">{count(a)}</td>
      <td className="num second">{count(b)}</td>
      <td className="num nowrap">{percentChange(a, b)}</td>
      <td><VerdictWords verdict={verdictOf(p, a, b, days, daysBefore)} p={p} brief={brief} /></td>
    </tr>
  );
}
