import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { LineKey } from '../../charts/LineKey';
import { SeriesStrip } from '../../charts/SeriesStrip';
import { useWidth } from '../../charts/useWidth';
import { YearLines, yearTable } from '../../charts/YearLines';
import { monthAfter } from '../../state/monthly';
import type { Options } from '../../state/options';
import { byYear } from '../../state/profiles';
import { monthDays, stepInWords } from '../../state/steps';
import { Segmented } from '../controls/Segmented';

interface Props { place: string; first: string; totals: readonly number[]; look: Options['months']; onLook: (look: Options['months']) => void }

/** Months in a row beside the year before, or a line a year. */
export function MonthsBlock({ place, first, totals, look, onLook }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const days = monthDays(first, totals.length);
  const years = byYear(first, totals);
  const table = () => (look === 'years' ? yearTable(years) : { columns: ['month', 'reports', 'year before'], rows: totals.map((n, i) => [monthAfter(first, i), n, totals[i - 12] ?? null]) });
  return (
    <ChartFrame
      title={look === 'years' ? `${place}, year over year` : `${place} by month`} unit="reported incidents a month" period={`${stepInWords(days[0]!, 'MONTH')} – ${stepInWords(days.at(-1)!, 'MONTH')}`} n={reports(totals.reduce((a, b) => a + b, 0))} table={table}
      head={(
        <div className="row head-row">
          <div><h2>{look === 'years' ? `${place}, year over year` : `${place} by month`}</h2><p className="caption">Reported incidents a month{look === 'years' && '; the last year in bold, the others paler the longer ago'}</p></div>
          <Segmented label="Months as" value={look} options={[{ value: 'line', label: 'In a row' }, { value: 'years', label: 'Year over year' }]} onChange={onLook} />
        </div>
      )}
    >
      {look === 'line' && <p className="row small second" style={{ gap: 14, marginBottom: 4 }}><LineKey line="observed">Reported</LineKey><LineKey line="reference">Year before</LineKey></p>}
      <div ref={ref}>
        {look === 'years'
          ? <YearLines years={years} width={width} height={248} label="Reported incidents a month, a line a year" />
          : <SeriesStrip values={totals} days={days} width={width} height={220} label="Reported incidents a month" extent={[0, 1.05 * Math.max(1, ...totals)]} before years />}
      </div>
    </ChartFrame>
  );
}
