import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { HeatKey, HeatMap, heatTable } from '../../charts/HeatMap';
import { ProfileBars, profileTable } from '../../charts/ProfileBars';
import { useWidth } from '../../charts/useWidth';
import type { DailySeries } from '../../state/dailySeries';
import { count, share } from '../../state/figures';
import { monthNames, peakHours, weekdayNames, weekProfile, yearProfile, type Profile } from '../../state/profiles';
import { windowInWords, type DataSpan } from '../../state/timeWindow';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Props { hours: Float64Array | undefined; series: DailySeries | null; span: DataSpan; stale: boolean }

/** When in the week and in the year reports begin. */
export function RhythmBlock({ hours, series, span, stale }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const total = hours?.reduce((a, b) => a + b, 0) ?? 0;
  const period = windowInWords({ from: span.from, to: span.completeThrough + 1 });
  const peaks = hours ? peakHours(hours, 3) : [];
  const [week, year] = series ? [weekProfile(series, span), yearProfile(series, span)] : [null, null];
  return (
    <div ref={ref} className={stale ? 'dim' : undefined}>
      {hours && (
        <ChartFrame
          title="Hour and weekday" unit="reported incidents by weekday and hour of their start" period={period} n={reports(total)} table={() => heatTable(hours)}
          head={<><h2>Rhythm</h2><p className="caption">Reported incidents by weekday and hour of their start</p></>}
        >
          <HeatMap counts={hours} width={width} />
          <HeatKey most={hours.reduce((m, n) => Math.max(m, n), 0)} />
          {peaks.length > 0 && (
            <p className="small second" style={{ marginTop: 6 }}>
              Peak hours: {peaks.map((p) => `${weekdays[p.weekday]} ${String(p.hour).padStart(2, '0')}:00 (${count(p.reports)})`).join(', ')}.
            </p>
          )}
        </ChartFrame>
      )}
      {week && <ProfileFrame title="Profile of the week" phase="weekday" names={weekdayNames} full={weekdays} profile={week} {...{ period, width }} />}
      {year && <ProfileFrame title="Profile of the year" phase="month" names={monthNames} full={months} profile={year} {...{ period, width }} />}
    </div>
  );
}

interface FrameProps { title: string; phase: string; names: readonly string[]; full: readonly string[]; profile: Profile; period: string; width: number }

function ProfileFrame({ title, phase, names, full, profile, period, width }: FrameProps) {
  const known = profile.filter((m) => m !== null);
  const mean = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length);
  const [most, least] = [Math.max(...known), Math.min(...known)];
  return (
    <ChartFrame
      className="under" title={title} unit="mean reported incidents a day" period={period} n={null} table={() => profileTable(phase, names, profile)}
      head={<><h2>{title}</h2><p className="caption">Mean reported incidents a day; dashed, the mean of all. Most {phase === 'month' ? 'in' : 'on'} {full[profile.indexOf(most)]}{mean > 0 && ` (${share(most / mean - 1)} above)`}, fewest {phase === 'month' ? 'in' : 'on'} {full[profile.indexOf(least)]}</p></>}
    >
      <ProfileBars names={names} means={profile} width={width} height={110} label={`${title}: ${names.map((n, i) => `${n} ${profile[i]?.toFixed(1) ?? '–'}`).join(', ')}`} />
    </ChartFrame>
  );
}
