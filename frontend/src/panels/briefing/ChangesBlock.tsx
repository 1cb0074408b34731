import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import type { ChangeRow, ChangeTable } from '../../api/useBriefing';
import { toDay } from '../../state/days';
import { count, percentChange, plural, pValue } from '../../state/figures';
import { windowInWords } from '../../state/timeWindow';

const arrows = { RISE: ArrowUpRight, NONE: ArrowRight, FALL: ArrowDownRight };
const words = { RISE: 'Clear rise', NONE: 'No clear change', FALL: 'Clear fall' };

/** More would not fit on the page. */
const mostShown = 12;

interface Props {
  month: ChangeTable;
  year: ChangeTable;
  monthByOffence: ChangeTable;
  yearByOffence: ChangeTable;
  offences: ReadonlyMap<string, string>;
}

const period = (t: ChangeTable, baseline = false) => windowInWords(baseline ? { from: toDay(t.window.baselineFrom), to: toDay(t.window.baselineTo) } : { from: toDay(t.window.from), to: toDay(t.window.to) });

/** Reports of 28 days and of the year to date beside the same weekdays a year before. */
export function ChangesBlock({ month, year, monthByOffence, yearByOffence, offences }: Props) {
  const shown = monthByOffence.rows.slice(0, mostShown);
  const ofYear = new Map(yearByOffence.rows.map((r) => [r.category?.code, r]));
  return (
    <section aria-label="What changed">
      <h2>What changed</h2>
      <p className="caption">{period(month)} and {period(year)}, each against the same weekdays a year before</p>
      <table>
        <thead>
          <tr><th>Reported incidents</th><th className="num">28 days</th><th className="num">Before</th><th className="num">Change</th><th>Verdict</th><th className="num">Year to date</th><th className="num">Change</th><th>Verdict</th></tr>
        </thead>
        <tbody>
          <Row name="All" month={month.rows[0]} year={year.rows[0]} strong />
          {shown.map((r) => <Row key={r.category?.code} name={offences.get(r.category?.code ?? '') ?? '–'} month={r} year={ofYear.get(r.category?.code)} />)}
        </tbody>
      </table>
      <p className="note-line">Clear: exact test of two counts, {monthByOffence.rows.length > 0 && 'over offences held to '}a false discovery rate of 5 %. All others could be chance.{monthByOffence.rows.length > shown.length && ` Left out: ${plural(monthByOffence.rows.length - shown.length, 'more offence')}, none clearer.`}</p>
    </section>
  );
}

function Row({ name, month, year, strong }: { name: string; month: ChangeRow | undefined; year: ChangeRow | undefined; strong?: boolean }) {
  return (
    <tr className={strong ? 'strong' : undefined}>
      <td>{name}</td>
      <td className="num medium">{month ? count(month.incidents) : '–'}</td><td className="num second">{month ? count(month.before) : '–'}</td><td className="num nowrap">{month ? percentChange(month.incidents, month.before) : '–'}</td><Verdict row={month} />
      <td className="num medium">{year ? count(year.incidents) : '–'}</td><td className="num nowrap">{year ? percentChange(year.incidents, year.before) : '–'}</td><Verdict row={year} />
    </tr>
  );
}

/** In words and with an arrow, never in colour. */
export function Verdict({ row }: { row: ChangeRow | undefined }) {
  if (!row) return <td>–</td>;
  const Arrow = arrows[row.direction];
  return <td className={`nowrap ${row.direction === 'NONE' ? 'third' : ''}`} title={pValue(row.adjustedP)}><span className="row" style={{ gap: 3 }}><Arrow size={12} strokeWidth={1.75} aria-hidden />{words[row.direction]}</span></td>;
}
