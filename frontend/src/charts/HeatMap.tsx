import { count } from '../state/figures';
import type { ChartTable } from './chartFile';
import { rampClass } from './scale';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Reports by weekday (rows, from Monday) and hour. @param counts shape [7 × 24], row by row. @param most the strongest colour's count; the highest of these unless maps share a scale. */
export function HeatMap({ counts, width, most: shared }: { counts: ArrayLike<number>; width: number; most?: number }) {
  const [gutter, cell, row] = [30, (width - 30) / 24, 10.5];
  const most = shared ?? Array.from(counts).reduce((m, n) => Math.max(m, n), 0);
  if (width === 0) return null;
  return (
    <svg width="100%" viewBox={`0 0 ${width} ${7 * row + 15}`} role="img" aria-label={`Reported incidents by weekday and hour; at most ${count(most)} in one`}>
      {days.map((name, d) => (
        <g key={name}>
          <text x={0} y={d * row + 8.5} className="axis">{name}</text>
          {Array.from({ length: 24 }, (_, h) => {
            const n = counts[d * 24 + h]!;
            const c = rampClass(n, most);
            return (
              <rect key={h} x={gutter + h * cell} y={d * row} width={cell - 1} height={row - 1} rx={1.5} fill={c ? `var(--seq-${c})` : 'var(--surface-2)'} data-tip={`${name} ${hour(h)}\n${count(n)} reports`} />
            );
          })}
        </g>
      ))}
      {[0, 6, 12, 18].map((h) => <text key={h} x={gutter + h * cell} y={7 * row + 12} className="axis">{hour(h)}</text>)}
      <text x={width - 1} y={7 * row + 12} textAnchor="end" className="axis">24:00</text>
    </svg>
  );
}

const hour = (h: number): string => `${String(h).padStart(2, '0')}:00`;

/** The figures behind the heat map: a row an hour, a column a weekday. */
export const heatTable = (counts: ArrayLike<number>): ChartTable => ({
  columns: ['hour', ...days],
  rows: Array.from({ length: 24 }, (_, h) => [hour(h), ...days.map((_, d) => counts[d * 24 + h]!)]),
});

/** The heat map's key: 0, five of the ramp's classes, the largest count. */
export const HeatKey = ({ most }: { most: number }) => (
  <span className="row micro third nowrap" style={{ gap: 4 }}>
    0
    <span className="steps" style={{ width: 48 }} aria-hidden>
      <i style={{ background: 'var(--surface-2)', boxShadow: 'inset 0 0 0 1px var(--hairline)' }} />
      {[1, 3, 5, 6, 8].map((c) => <i key={c} style={{ background: `var(--seq-${c})` }} />)}
    </span>
    {count(most)} reports
  </span>
);
