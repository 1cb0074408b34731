import type { Parts } from '../../api/useTrends';
import { ChartFrame } from '../../charts/ChartFrame';
import { ProfileBars } from '../../charts/ProfileBars';
import { SeriesStrip } from '../../charts/SeriesStrip';
import { useWidth } from '../../charts/useWidth';
import { share } from '../../state/figures';
import type { Options } from '../../state/options';
import { weekdayNames } from '../../state/profiles';
import { stepInWords } from '../../state/steps';
import { stripsOf, weekOf } from './strips';

interface Props { parts: Parts | undefined; method: Options['parts']; /** Absent where the method is not chosen. */ onMethod?: (method: Options['parts']) => void; /** Instead of the page's heading. */ heading?: React.ReactNode; stale: boolean; children?: React.ReactNode }

const names: Record<Options['parts'], string> = { stl: 'STL', mstl: 'MSTL, week and year', additive: 'additive', multiplicative: 'multiplicative' };
const sources: Record<Options['parts'], string> = {
  stl: 'by STL (Cleveland et al. 1990)', mstl: 'by MSTL (Bandara et al. 2021) on days, drawn as weekly means', additive: 'by moving averages; parts add up', multiplicative: 'by moving averages; season and remainder are factors of the trend',
};

/** What was reported, taken apart: strips of one time axis. */
export function DecompositionBlock({ parts, method, onMethod, heading, stale, children }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const step = method === 'mstl' ? 'WEEK' : 'MONTH';
  const drawn = parts && stripsOf(parts);
  const week = parts && weekOf(parts);
  const table = () => ({
    columns: ['start', 'observed', 'trend', ...(parts!.seasons.length > 1 ? parts!.seasons.map((s) => `season of ${s.steps}`) : ['season']), 'remainder'],
    rows: parts!.points.map((p) => [p.start, p.observed, p.trend, ...(parts!.seasons.length > 1 ? p.seasonals : [p.seasonal]), p.remainder].map((v) => (typeof v === 'number' ? Math.round(1000 * v) / 1000 : v))),
  });
  const head = heading ?? (onMethod && (
    <div className="row head-row">
      <div><h2>Trend and season</h2><p className="caption">Reported incidents a {method === 'mstl' ? 'day' : 'month'}, taken apart {sources[method]}</p></div>
      <label className="pick"><span className="key">Method</span>
        <select value={method} onChange={(e) => onMethod(e.target.value as Options['parts'])}>{Object.entries(names).map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select>
      </label>
    </div>
  ));
  // The room is measured before the figures are there.
  return (
    <div ref={ref}>{!parts || !drawn || drawn.days.length === 0 ? <>{head}{children}</> : <ChartFrame
      title={`Trend and season, ${names[method]}`} unit={`reported incidents a ${method === 'mstl' ? 'day' : 'month'}`} n={null} table={table} head={head}
      period={`${stepInWords(drawn.days[0]!, step)} – ${stepInWords(drawn.days.at(-1)!, step)}`}
    >
      <div className={stale ? 'dim' : undefined}>
        {drawn.strips.map((s, i) => (
          <div key={s.name} className="strip">
            <p className="small second">{s.name}</p>
            <SeriesStrip
              values={s.values} days={drawn.days} step={step} width={width} height={i === drawn.strips.length - 1 ? 92 : 80} label={`${s.name}, reported incidents a ${method === 'mstl' ? 'day' : 'month'}`}
              extent={s.extent} kind={s.observed ? 'observed' : 'estimate'} years={i === drawn.strips.length - 1} ticks={s.ticks} mark={s.mark} words={s.words}
            />
          </div>
        ))}
        {week && (
          <div className="strip">
            <p className="small second">Season of the week, mean of the last year: reports a day more or fewer</p>
            <SignedBars values={week} width={width} />
          </div>
        )}
        <p className="small second" style={{ marginTop: 4 }}>
          {parts.trendStrength !== null && <>The trend explains {share(parts.trendStrength)} of what is not season, </>}
          {parts.seasons.length > 1
            ? parts.seasons.map((s, i) => s.strength !== null && <span key={s.steps}>{i > 0 && ', '}the {s.steps === 7 ? 'week' : 'year'} {share(s.strength)} of what no other part explains</span>)
            : parts.seasonalStrength !== null && <>the season {share(parts.seasonalStrength)} of what is not trend</>}
          {parts.trendStrength !== null && '.'}
        </p>
      </div>
    </ChartFrame>}</div>
  );
}

/** Seven amounts above and below zero, drawn as heights over the lowest with the amounts in words. */
function SignedBars({ values, width }: { values: readonly number[]; width: number }) {
  const low = Math.min(0, ...values);
  return <ProfileBars names={weekdayNames} means={values.map((v) => v - low)} words={values.map((v) => (v > 0 ? '+' : v < 0 ? '−' : '') + Math.abs(v).toFixed(1))} zero={-low} width={width} height={84} label={`Season of the week, reports a day: ${values.map((v, i) => `${weekdayNames[i]} ${v.toFixed(1)}`).join(', ')}`} />;
}
