import { Clock, Pause, Play } from 'lucide-react';
import { useMemo } from 'react';
import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { Histogram, weekTable } from '../../charts/Histogram';
import { useWidth } from '../../charts/useWidth';
import { baselineInWords, baselineWindow, type Baseline } from '../../state/baseline';
import { covers, totalIn, weeklyBins, type DailySeries } from '../../state/dailySeries';
import { dayInWords, yearOf } from '../../state/days';
import { count, percentChange } from '../../state/figures';
import { lengthInWords, windowInWords, type DataSpan, type TimeWindow } from '../../state/timeWindow';
import { Segmented } from '../controls/Segmented';
import type { Playback } from './usePlayback';

interface Props {
  series: DailySeries;
  span: DataSpan;
  window: TimeWindow;
  playback: Playback;
  compact: boolean;
  stale: boolean;
  /** The window that this one is compared with, and how it was chosen; null while nothing is compared. */
  other: TimeWindow | null;
  against: Baseline;
  onDrag: (w: TimeWindow) => void;
  onRelease: (w: TimeWindow) => void;
}

/** Time: play controls, weekly histogram with its brush, the window's total. */
export function Timeline({ series, span, window: w, playback, compact, stale, other, against, onDrag, onRelease }: Props) {
  const bins = useMemo(() => weeklyBins(series), [series]);
  const [ref, width] = useWidth<HTMLDivElement>();
  const histogram = (
    <div ref={ref} className={stale ? 'middle dim' : 'middle'}>
      <ChartFrame
        className="histogram-frame" title="Reported incidents per week" unit="reported incidents per week" period={windowInWords(span)} n={reports(totalIn(series, span))} table={() => weekTable(bins)}
        head={<p className="micro third">Reported incidents per week</p>}
      >
        {width > 0 && <Histogram {...{ bins, span, width, compact, other, onDrag, onRelease }} window={w} height={compact ? 64 : 92} />}
      </ChartFrame>
    </div>
  );
  if (compact) return <footer className="timeline" aria-label="Time">{histogram}</footer>;
  return (
    <footer className="timeline" aria-label="Time">
      <div className="controls"><PlayControls {...playback} /></div>
      {histogram}
      <Total {...{ series, span, other, against }} window={w} playing={playback.playing} />
    </footer>
  );
}

function PlayControls({ playing, toggle, step, setStep, speed, setSpeed, mode, setMode }: Playback) {
  return (
    <>
      <div className="row">
        <button type="button" className="icon-button solid" aria-label={playing ? 'Pause' : 'Play'} title={playing ? 'Pause (space)' : 'Play (space)'} onClick={toggle}>
          {playing ? <Pause size={16} strokeWidth={1.75} aria-hidden /> : <Play size={16} strokeWidth={1.75} aria-hidden />}
        </button>
        <label className="pick"><span className="key">Step</span>
          <select value={step} onChange={(e) => setStep(Number(e.target.value))}>
            {[7, 14, 28].map((days) => <option key={days} value={days}>{lengthInWords({ from: 0, to: days })}</option>)}
          </select>
        </label>
        <label className="pick"><span className="key">Speed</span>
          <select value={speed} onChange={(e) => setSpeed(Number(e.target.value))}>{[1, 2, 4].map((s) => <option key={s} value={s}>{s}×</option>)}</select>
        </label>
      </div>
      <Segmented label="Playing" value={mode} onChange={setMode} options={[{ value: 'moving', label: 'Moving window' }, { value: 'cumulative', label: 'Cumulative' }]} />
    </>
  );
}

/** The window's reports, beside those of the one compared with (else the same weekdays 52 weeks before), and how fresh the data are. */
function Total({ series, span, window: w, other, against, playing }: { series: DailySeries; span: DataSpan; window: TimeWindow; other: TimeWindow | null; against: Baseline; playing: boolean }) {
  const before = other ?? baselineWindow(w, 'year');
  const [now, then] = [totalIn(series, w), totalIn(series, before)];
  const late = w.to - 1 - span.completeThrough;
  const leftOut = span.to - 1 - span.completeThrough;
  return (
    <div className="total" role="status" aria-live={playing ? 'off' : 'polite'}>
      <p className="row" style={{ alignItems: 'baseline' }}>
        <span className="figure">{count(now)}</span>
        <span>reported incidents in {lengthInWords(w)}</span>
      </p>
      <p className="second">
        {covers(series, before) && then > 0
          ? `${percentChange(now, then)} against ${other ? baselineInWords(w, against) : `the same days of ${yearOf(before.from)}`} (${count(then)})`
          : other ? 'The other window is not wholly in the data' : 'No full year before to compare with'}
      </p>
      <p className="row small third" style={{ gap: 5, marginTop: 2 }}>
        <Clock size={14} strokeWidth={1.75} aria-hidden />
        {late > 0
          ? `Reports after ${dayInWords(span.completeThrough, false)} are still arriving`
          : leftOut > 0 ? `Last ${leftOut} days left out: reports still arriving` : 'Complete to the last day'}
      </p>
    </div>
  );
}

