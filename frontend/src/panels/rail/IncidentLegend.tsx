import { count } from '../../state/figures';

/** Discs of the map's own sizes for three counts. @param period the window's length in words. @param n reports in the window. */
export function IncidentLegend({ period, n, dots }: { period: string; n: number; dots: boolean }) {
  const radius = (n: number) => Math.min(26, 2 + 0.8 * Math.sqrt(n));
  return (
    <div>
      <p className="small second">Reported incidents, {period}</p>
      {dots ? (
        <p className="row small" style={{ marginTop: 4 }}>
          <svg width={12} height={12} aria-hidden><circle cx={6} cy={6} r={3} fill="var(--ink)" fillOpacity={0.75} /></svg>one report each; choose one for its details
        </p>
      ) : (
        <p className="row small" style={{ marginTop: 4, gap: 12 }}>
          {[10, 100, 500].map((size) => (
            <span key={size} className="row" style={{ gap: 6 }}>
              <svg width={2 * radius(size)} height={2 * radius(size)} aria-hidden><circle cx={radius(size)} cy={radius(size)} r={radius(size)} fill="var(--c-bar-on)" fillOpacity={0.82} /></svg>
              {size}
            </span>
          ))}
        </p>
      )}
      <p className="micro third" style={{ marginTop: 4 }}>n = {count(n)}; drawn where they have a position. {!dots && 'From zoom 12 on, one dot a report.'}</p>
    </div>
  );
}
