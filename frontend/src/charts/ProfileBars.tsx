import { measure } from '../state/figures';
import type { ChartTable } from './chartFile';
import { linear } from './scale';

interface Props {
  names: readonly string[];
  means: readonly (number | null)[];
  /** What stands above the bars; the means by default. */
  words?: readonly string[];
  /** Where the dashed line lies; at the mean of all by default. */
  zero?: number;
  width: number;
  height: number;
  label: string;
}

/** Mean reports a day of each phase of a season, beside the mean of all. */
export function ProfileBars({ names, means, words, zero, width, height, label }: Props) {
  if (width === 0) return null;
  const known = means.filter((m) => m !== null);
  const all = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length);
  const most = Math.max(0.1, ...known);
  const [top, base] = [16, height - 18];
  const y = linear(0, most, base, top);
  const step = width / names.length;
  const fullest = means.indexOf(most);
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="axis">
      {means.map((m, i) => m !== null && (
        <g key={names[i]} data-tip={words ? `${names[i]}\n${words[i]} reports a day` : `${names[i]}\n${measure(m)} reports a day\n${difference(m, all)}`}>
          <rect x={i * step + 2} y={y(m)} width={step - 4} height={base - y(m)} rx={2} className={i === fullest ? 'bar-on' : 'bar'} />
        </g>
      ))}
      <path d={`M0 ${y(zero ?? all)}H${width}`} className="line reference" />
      {step >= 26 && means.map((m, i) => m !== null && <text key={names[i]} x={(i + 0.5) * step} y={y(m) - 4} textAnchor="middle" className="halo">{words?.[i] ?? measure(m)}</text>)}
      {names.map((name, i) => <text key={name} x={(i + 0.5) * step} y={height - 4} textAnchor="middle">{step < 26 ? name[0] : name}</text>)}
    </svg>
  );
}

const difference = (m: number, all: number): string => (all === 0 ? '' : `${Math.abs(Math.round(100 * (m / all - 1)))}\u202f% ${m < all ? 'below' : 'above'} the mean`);

export const profileTable = (phase: string, names: readonly string[], means: readonly (number | null)[]): ChartTable => ({
  columns: [phase, 'reports a day'], rows: names.map((name, i) => [name, means[i] === null || means[i] === undefined ? null : Math.round(100 * means[i]) / 100]),
});
