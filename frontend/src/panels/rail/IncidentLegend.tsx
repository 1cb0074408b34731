/** Discs of the map's own sizes for three counts. @param period the window's length in words. */
export function IncidentLegend({ period, dots }: { period: string; dots: boolean }) {
  const radius = (n: number) => Math.min(26, 2 + 0.8 * Math.sqrt(n));
  return (
    <div>
      <p className="small second">Reported incidents, {period}</p>
      {dots ? (
        <p className="row small" style={{ marginTop: 4 }}>
          <svg width={12} height={12} aria-hidden><circle cx={6} cy={6} r={3} fill="var(--ink)" fillOpacity={0.75} /></svg>one report each; click for its details
        </p>
      ) : (
        <p className="row small" style={{ marginTop: 4, gap: 12 }}>
          {[10, 100, 500].map((n) => (
            <span key={n} className="row" style={{ gap: 6 }}>
              <svg width={2 * radius(n)} height={2 * radius(n)} aria-hidden><circle cx={radius(n)} cy={radius(n)} r={radius(n)} fill="var(--c-bar-on)" fillOpacity={0.82} /></svg>
              {n}
            </span>
          ))}
        </p>
      )}
      {!dots && <p className="micro third" style={{ marginTop: 4 }}>From zoom 12 on, one dot a report.</p>}
    </div>
  );
}
