import { useState } from 'react';
import { SeriesStrip } from '../../charts/SeriesStrip';
import { useWidth } from '../../charts/useWidth';
import { count, percentChange } from '../../state/figures';
import { lastTwoYears, type monthlyByOffence } from '../../state/monthly';
import { Segmented } from '../controls/Segmented';

interface Props { offences: ReturnType<typeof monthlyByOffence>; label: (offence: string) => string }

/** A small chart an offence: on one scale, so that heights compare, or each on its own. */
export function OffenceBlock({ offences, label }: Props) {
  const [scale, setScale] = useState<'same' | 'own'>('same');
  const [ref, width] = useWidth<HTMLDivElement>();
  const most = Math.max(1, ...offences.flatMap((o) => o.series.counts));
  const columns = width > 900 ? 4 : width > 560 ? 2 : 1;
  return (
    <>
      <div className="row" style={{ justifyContent: 'space-between', marginBottom: 8 }}>
        <p className="caption" style={{ margin: 0 }}>Reported incidents a month; dashed, the year before{scale === 'own' && '. Each has its own scale: heights do not compare'}</p>
        <Segmented label="Scale" value={scale} options={[{ value: 'same', label: 'Same scale' }, { value: 'own', label: 'Own scale' }]} onChange={setScale} />
      </div>
      <div ref={ref as React.RefObject<HTMLDivElement>} className="multiples" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {offences.map(({ offence, series }) => {
          const years = lastTwoYears(series.counts);
          return (
            <figure key={offence}>
              <figcaption className="small"><b className="medium">{label(offence)}</b> {years && <span className="third">{count(years.now)} in 12 months, {percentChange(years.now, years.before)}</span>}</figcaption>
              <SeriesStrip values={series.counts} first={series.first} width={Math.max(0, width / columns - 16)} height={92} label={`${label(offence)}, reported incidents a month`} extent={[0, 1.05 * (scale === 'same' ? most : Math.max(1, ...series.counts))]} before years />
            </figure>
          );
        })}
      </div>
    </>
  );
}
