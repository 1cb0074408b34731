import type { ChartTable } from './chartFile';
import { HitColumns } from './HitColumns';
import { countTicks, linear } from './scale';

export interface CurvePoint { units: number; wait: number }
interface Props {
  /** By units, each without unbounded waits. */
  points: readonly CurvePoint[];
  now: CurvePoint | null;
  /** Today's plan. */
  plan: CurvePoint | null;
  /** Minutes. */
  target: number;
  width: number;
  height: number;
}

/** Mean wait by units on duty; the plan made here is a full dot, today's plan a hollow one. */
export function WaitCurve({ points, now, plan, target, width, height }: Props) {
  if (width === 0 || points.length < 2) return null;
  const [left, right, top, base] = [32, 12, 12, height - 34];
  const all = [...points, ...(plan ? [plan] : [])];
  const [least, most] = [Math.min(...all.map((p) => p.units)), Math.max(...all.map((p) => p.units))];
  const tallest = Math.max(1.4 * target, Math.min(Math.max(...points.map((p) => p.wait)), 4 * target), 1.3 * (now?.wait ?? 0), 1.3 * (plan?.wait ?? 0));
  const x = linear(least, most, left, width - right);
  const y = linear(0, tallest, base, top);
  const shown = points.filter((p) => p.wait <= tallest);
  // The curve falls, so that there is room above it and to the right.
  const label = (p: CurvePoint, words: string, up: number, strong: boolean) => (
    <text x={Math.min(x(p.units) + 9, width - right)} y={y(p.wait) - up} textAnchor={x(p.units) > width - 120 ? 'end' : 'start'} className={strong ? 'strong' : undefined}>{words}</text>
  );
  return (
    <svg className="wait-curve axis" width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Mean wait in minutes by units on duty${now ? `; ${now.units} units: ${now.wait.toFixed(1)} minutes` : ''}`}>
      {countTicks(tallest, 4).map((t) => <g key={t}><path d={`M${left} ${y(t)}H${width - right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{t}</text></g>)}
      {unitTicks(least, most).map((t) => <text key={t} x={x(t)} y={base + 16} textAnchor="middle">{t}</text>)}
      <text x={(left + width - right) / 2} y={height - 4} textAnchor="middle">units on duty in each shift</text>
      <path d={`M${left} ${y(target)}H${width - right}`} className="target" />
      <text x={width - right} y={y(target) - 5} textAnchor="end">target {target} min</text>
      <path d={`M${shown.map((p) => `${x(p.units).toFixed(1)} ${y(p.wait).toFixed(1)}`).join('L')}`} className="line estimate" />
      <HitColumns xs={points.map((p) => x(p.units))} left={left} right={width - right} top={top} base={base} tip={(i) => `${points[i]!.units} units\n${points[i]!.wait.toFixed(1)} min mean wait`} />
      {plan && <>{label(plan, `today ${plan.units.toFixed(plan.units % 1 ? 1 : 0)}: ${plan.wait.toFixed(1)} min`, 10, false)}<circle cx={x(plan.units)} cy={y(plan.wait)} r={5} className="dot hollow" /></>}
      {now && <>{label(now, `${now.units} units: ${now.wait.toFixed(1)} min`, plan && Math.abs(x(plan.units) - x(now.units)) < 130 && Math.abs(y(plan.wait) - y(now.wait)) < 16 ? 26 : 10, true)}<circle cx={x(now.units)} cy={y(now.wait)} r={5} className="dot" /></>}
    </svg>
  );
}

/** The figures behind the curve. */
export const waitTable = (points: readonly CurvePoint[]): ChartTable => ({ columns: ['units', 'mean wait, min'], rows: points.map((p) => [p.units, Math.round(100 * p.wait) / 100]) });

/** About six whole numbers of units. */
function unitTicks(least: number, most: number): number[] {
  const step = Math.max(1, [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000].find((s) => (most - least) / s <= 6) ?? 1000);
  const from = Math.ceil(least / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((most - from) / step) + 1) }, (_, i) => from + i * step);
}
