import { linear } from './scale';

/** A small line without a scale, from its lowest to its highest value: its shape, and where it ended. */
export function Sparkline({ values, label, width = 58 }: { values: readonly number[]; label: string; width?: number }) {
  const height = 18;
  const x = linear(0, Math.max(1, values.length - 1), 2, width - 4);
  const low = Math.min(...values);
  const y = linear(low, Math.max(low + 1, ...values), height - 3, 3);
  const at = (v: number, i: number) => `${x(i).toFixed(1)} ${y(v).toFixed(1)}`;
  const last = values.length - 1;
  return (
    <svg className="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {last > 0 && <path d={`M${values.map(at).join('L')}`} className="line" />}
      {last >= 0 && <circle cx={x(last)} cy={y(values[last]!)} r={1.8} />}
    </svg>
  );
}
