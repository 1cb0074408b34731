import { count } from '../state/figures';
import { linear } from './scale';

/** A score 0–100 with its interval on a thin track with ticks at the bands' borders. */
export function IntervalBar({ score, lower, upper, level }: { score: number; lower: number | null; upper: number | null; level: number }) {
  const width = 92;
  const x = linear(0, 100, 4, width - 4);
  const words = lower === null || upper === null ? '' : `, ${level} % interval ${count(lower)} to ${count(upper)}`;
  return (
    <svg className="interval-bar" width={width} height={14} viewBox={`0 0 ${width} 14`} role="img" aria-label={`Score ${count(score)}${words}`}>
      <path d={`M${x(0)} 7H${x(100)}`} className="track" />
      {[20, 40, 60, 80].map((t) => <path key={t} d={`M${x(t)} 4.5V9.5`} className="track" />)}
      {lower !== null && upper !== null && <path d={`M${x(lower)} 7H${Math.max(x(upper), x(lower) + 1)}M${x(lower)} 4V10M${x(upper)} 4V10`} className="range" />}
      <circle cx={x(score)} cy={7} r={3.5} className="dot" />
    </svg>
  );
}
