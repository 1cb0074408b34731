import type { DecompositionQuery } from '../../api/generated';
import { SeriesStrip } from '../../charts/SeriesStrip';
import { useWidth } from '../../charts/useWidth';
import { share } from '../../state/figures';

type Parts = NonNullable<DecompositionQuery['jurisdiction']>['decomposition'];

const strips = [
  { key: 'observed', name: 'Reported', kind: 'observed' },
  { key: 'trend', name: 'Trend', kind: 'estimate' },
  { key: 'seasonal', name: 'Season', kind: 'estimate' },
  { key: 'remainder', name: 'Remainder', kind: 'estimate' },
] as const;

/** What was reported, taken apart: four strips of one time axis. */
export function DecompositionBlock({ parts, stale }: { parts: Parts; stale: boolean }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const first = parts.points[0]?.start.slice(0, 7) ?? '2000-01';
  return (
    <div ref={ref as React.RefObject<HTMLDivElement>} className={stale ? 'dim' : undefined}>
      {strips.map(({ key, name, kind }, i) => {
        const values = parts.points.map((p) => p[key]);
        const known = values.filter((v) => v !== null);
        const most = Math.max(1, ...known.map(Math.abs));
        const whole = key === 'observed' || key === 'trend';
        return (
          <div key={key} className="strip">
            <p className="small second">{name}</p>
            <SeriesStrip values={values} first={first} width={width} height={i === 3 ? 92 : 80} label={`${name}, reported incidents a month`} extent={whole ? [0, most * 1.05] : [-most, most]} kind={kind} years={i === 3} />
          </div>
        );
      })}
      <p className="small second" style={{ marginTop: 4 }}>
        {parts.trendStrength !== null && <>The trend explains {share(parts.trendStrength)} of what is not season, </>}
        {parts.seasonalStrength !== null && <>the season {share(parts.seasonalStrength)} of what is not trend.</>}
      </p>
    </div>
  );
}
