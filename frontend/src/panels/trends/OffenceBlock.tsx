import { useState } from 'react';
import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { SeriesStrip } from '../../charts/SeriesStrip';
import { useWidth } from '../../charts/useWidth';
import { count, percentChange } from '../../state/figures';
import { lastTwoYears, monthAfter, type monthlyByOffence } from '../../state/monthly';
import { monthDays, stepInWords } from '../../state/steps';
import { Segmented } from '../controls/Segmented';

interface Props { offences: ReturnType<typeof monthlyByOffence>; label: (offence: string) => string }

/** A small chart an offence: on one scale, so that heights compare, or each on its own. */
export function OffenceBlock({ offences, label }: Props) {
  const [scale, setScale] = useState<'same' | 'own'>('same');
  const [ref, width] = useWidth<HTMLDivElement>();
  const most = Math.max(1, ...offences.flatMap((o) => o.series.counts));
  const columns = width > 900 ? 4 : width > 560 ? 2 : 1;
  const { first = '2000-01', counts = [] } = offences[0]?.series ?? {};
  const days = monthDays(first, counts.length);
  const table = () => ({ columns: ['month', ...offences.map((o) => label(o.offence))], rows: counts.map((_, i) => [monthAfter(first, i), ...offences.map((o) => o.series.counts[i]!)]) });
  return (
    <ChartFrame
      title="Offences by month" unit="reported incidents a month" period={days.length > 0 ? `${stepInWords(days[0]!, 'MONTH')} – ${stepInWords(days.at(-1)!, 'MONTH')}` : ''} n={reports(offences.reduce((sum, o) => sum + o.total, 0))} table={table}
      head={(
        <div className="row head-row">
          <div><h2>Offences</h2><p className="caption">Reported incidents a month; dashed, the year before{scale === 'own' && '. Each has its own scale: heights do not compare'}</p></div>
          <Segmented label="Scale" value={scale} options={[{ value: 'same', label: 'Same scale' }, { value: 'own', label: 'Own scale' }]} onChange={setScale} />
        </div>
      )}
    >
      <div ref={ref} className="multiples" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {offences.map(({ offence, series }) => {
          const years = lastTwoYears(series.counts);
          return (
            <div key={offence} className="multiple">
              <p className="small"><b className="medium">{label(offence)}</b><br /><span className="third">{years ? `${count(years.now)} in 12 months, ${percentChange(years.now, years.before)}` : '–'}</span></p>
              <SeriesStrip values={series.counts} days={days} width={Math.max(0, width / columns - 16)} height={92} label={`${label(offence)}, reported incidents a month`} extent={[0, 1.05 * (scale === 'same' ? most : Math.max(1, ...series.counts))]} before years />
            </div>
          );
        })}
      </div>
    </ChartFrame>
  );
}
