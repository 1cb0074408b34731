import { count } from '../state/figures';
import { linear } from './scale';

/** A score 0–100 with its interval above the five bands. */
export function ScoreStrip({ score, lower, upper, level }: { score: number; lower: number; upper: number; level: number }) {
  const width = 352;
  const x = linear(0, 100, 0, width);
  const clear = (v: number) => Math.min(width - 4, Math.max(4, x(v)));
  return (
    <svg width="100%" viewBox={`0 0 ${width} 20`} role="img" aria-label={`Score ${count(score)}, ${level} % interval ${count(lower)} to ${count(upper)}`}>
      {[1, 2, 3, 4, 5].map((band) => (
        <rect key={band} x={x(20 * (band - 1)) + 0.5} y={12.5} width={x(20) - 1} height={6} fill={`var(--risk-${band})`} stroke="var(--hairline)" strokeWidth={0.75} />
      ))}
      <path d={`M${clear(lower)} 1v8M${clear(upper)} 1v8M${clear(lower)} 5H${clear(upper)}M${clear(score)} 9v9`} stroke="var(--ink)" strokeWidth={1.5} />
      <circle cx={clear(score)} cy={5} r={4} fill="var(--ink)" stroke="var(--surface)" strokeWidth={1.5} />
    </svg>
  );
}
