import { Download, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { isBadInput } from '../../api/errors';
import type { PlaceFigures } from '../../api/usePlaceFigures';
import { exactPoissonTest } from '../../charts/exactTest';
import { useWidth } from '../../charts/useWidth';
import { baselineInWords, baselineWindow, type Baseline } from '../../state/baseline';
import { covers, dailySeries, totalIn } from '../../state/dailySeries';
import { count, measure, percentChange, squareKm } from '../../state/figures';
import { verdictOf } from '../../state/offenceMix';
import { windowInWords, type DataSpan, type TimeWindow } from '../../state/timeWindow';
import { ChangeBlock } from '../area/ChangeBlock';
import { HourBlock } from '../area/HourBlock';
import { OffenceMix } from '../area/OffenceMix';
import { VerdictWords } from '../area/VerdictWords';
import { download } from '../download';
import { Failed } from '../states/Failed';
import { placeCsv } from './placeCsv';

interface Props {
  title: string;
  /** Beneath the title: what makes up the place. */
  about: ReactNode;
  squareKilometres: number;
  window: TimeWindow;
  vs: Baseline;
  span: DataSpan;
  figures: PlaceFigures;
  label: (offence: string) => string;
  /** Where the place can be changed by typing. */
  children?: ReactNode;
  onClose: () => void;
}

/** What was reported in a place that the user put together: a drawn shape, or several areas. */
export function PlacePanel({ title, about, squareKilometres, window: w, vs, span, figures, label, children, onClose }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = figures.daily.data?.jurisdiction?.counts;
  const series = useMemo(() => (rows ? dailySeries(rows, span) : null), [rows, span]);
  const other = baselineWindow(w, vs);
  const against = baselineInWords(w, vs);
  const [now, before] = series ? [totalIn(series, w), covers(series, other) ? totalIn(series, other) : null] : [0, null];
  const { daily } = figures;
  const save = () => download(`${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.csv`, placeCsv({ title, squareKilometres, window: w, other, now, before, offences: figures.offences, label }));
  return (
    <>
      <div className="sheet-grip" aria-hidden />
      <div className="card-head">
        <div><h2 className="title">{title}</h2><p className="small second">{about}</p></div>
        <span className="spring" />
        <button type="button" className="icon-button" aria-label="Download the figures (CSV)" title="Download the figures (CSV)" disabled={!series} onClick={save}><Download size={16} strokeWidth={1.75} aria-hidden /></button>
        <button type="button" className="icon-button" aria-label="Close" title="Close (Esc)" onClick={onClose}><X size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      <div className="card-body" ref={ref}>
        {daily.error && <div className="block">{isBadInput(daily.error) ? <p className="second" role="alert">{daily.error.message}</p> : <Failed what="Counts" error={daily.error} retry={daily.retry} />}</div>}
        {series && !daily.error && (
          <section className={`block ${daily.stale ? 'dim' : ''}`} aria-label="Reported incidents">
            <h3>Reported incidents <span className="sub">{windowInWords(w)}</span></h3>
            <div className="row" style={{ alignItems: 'flex-end', gap: 10, margin: '2px 0 6px' }}>
              <span className="figure">{count(now)}</span>
              <span><span className="medium">{measure(now / squareKilometres)} per km²</span><br /><span className="small second">on {squareKm(squareKilometres)}</span></span>
              <span className="spring" />
              {before !== null && <span className="num"><span className="medium">{percentChange(now, before)}</span><br /><Judged now={now} before={before} /></span>}
            </div>
            <p className="small second">{before === null ? `The data do not reach back to ${windowInWords(other)}.` : `${count(before)} in the ${against} (${windowInWords(other)})`}</p>
          </section>
        )}
        {series && !daily.error && <div className={daily.stale ? 'dim' : undefined}><ChangeBlock series={series} end={Math.min(w.to, span.completeThrough + 1)} /></div>}
        {!daily.error && <OffenceMix figures={figures.offences} label={label} against={against} />}
        {!daily.error && <HourBlock areaName={title} result={figures.hours} width={Math.max(0, width - 32)} />}
        {children}
      </div>
    </>
  );
}

function Judged({ now, before }: { now: number; before: number }) {
  const p = useMemo(() => exactPoissonTest(now, before), [now, before]);
  return <span className="small second"><VerdictWords verdict={verdictOf(p, now, before)} p={p} /></span>;
}
