import type { ChartTable } from './chartFile';
import { linear } from './scale';

interface Props { values: readonly number[]; confidence: number; width: number; height: number; label: string }

/** Correlations of a series with itself, lag by lag from 1; between the dashed lines chance alone could make them. */
export function LagBars({ values, confidence, width, height, label }: Props) {
  if (width === 0 || values.length < 2) return null;
  const [left, top, base] = [30, 6, height - 16];
  const low = Math.min(-confidence * 1.2, ...values.slice(1));
  const high = Math.max(confidence * 1.2, ...values.slice(1));
  const y = linear(low, high, base, top);
  const step = (width - left) / (values.length - 1);
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="axis">
      {[0, high].map((t) => <text key={t} x={left - 6} y={y(t) + 4} textAnchor="end">{t.toFixed(t === 0 ? 0 : 1)}</text>)}
      <path d={`M${left} ${y(0)}H${width}`} className="grid" />
      {[-confidence, confidence].map((c) => <path key={c} d={`M${left} ${y(c)}H${width}`} className="line reference" />)}
      {values.slice(1).map((v, i) => (
        <rect key={i} x={left + i * step + 1} y={Math.min(y(0), y(v))} width={Math.max(1, step - 2)} height={Math.max(1, Math.abs(y(v) - y(0)))} className={Math.abs(v) > confidence ? 'bar-on' : 'bar'} data-tip={`Lag ${i + 1}\n${v.toFixed(2).replace('-', '−')}`} />
      ))}
      {values.slice(1).map((_, i) => (i + 1) % 7 === 0 && <text key={i} x={left + (i + 0.5) * step} y={height - 3} textAnchor="middle">{i + 1}</text>)}
    </svg>
  );
}

export const lagTable = (acf: readonly number[], pacf: readonly number[]): ChartTable => ({
  columns: ['lag', 'autocorrelation', 'partial'], rows: acf.map((v, lag) => [lag, Math.round(1000 * v) / 1000, pacf[lag] === undefined ? null : Math.round(1000 * pacf[lag]) / 1000]),
});
