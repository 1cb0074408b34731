import type { DiagnosticsQuery } from '../../api/generated';
import { ChartFrame } from '../../charts/ChartFrame';
import { LagBars, lagTable } from '../../charts/LagBars';
import { useWidth } from '../../charts/useWidth';

type Diagnostics = NonNullable<DiagnosticsQuery['jurisdiction']>['diagnostics'];

/** Whether the days can be foretold: in words, with the statistics folded below. */
export function DiagnosticsBlock({ found, stale }: { found: Diagnostics; stale: boolean }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className={stale ? 'dim' : undefined}>
      <p className="second" style={{ marginTop: 4 }}>{found.verdict}</p>
      <details className="small second" style={{ marginTop: 8 }}>
        <summary>Statistics of the daily counts</summary>
        <p>Augmented Dickey-Fuller {figure(found.adf.statistic)}, p = {figure(found.adf.pValue)}: {found.adf.verdict}</p>
        <p>KPSS {figure(found.kpss.statistic)}, p = {figure(found.kpss.pValue)}: {found.kpss.verdict}</p>
        <ChartFrame
          className="under" title="Autocorrelation" unit="correlation of daily counts with those so many days before" period="28 days" n={null} table={() => lagTable(found.acf, found.pacf)}
          head={<p>Correlation with the days before: all (above) and beyond the days between (below); chance stays within ±{figure(found.confidence)}</p>}
        >
          <LagBars values={found.acf} confidence={found.confidence} width={width} height={96} label="Autocorrelation by lag in days" />
          <LagBars values={found.pacf} confidence={found.confidence} width={width} height={96} label="Partial autocorrelation by lag in days" />
        </ChartFrame>
      </details>
    </div>
  );
}

const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(2).replace('-', '−'));
