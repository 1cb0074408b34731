import { ChartFrame } from '../../charts/ChartFrame';
import { HitColumns } from '../../charts/HitColumns';
import { LineKey } from '../../charts/LineKey';
import { linear } from '../../charts/scale';
import { useWidth } from '../../charts/useWidth';
import { keptEpoch, lossTable, lossTicks, type LossCurve } from './lossCurves';

const height = 150;

/** Loss by epoch: in ink on what the network learns from, in cobalt on what it has not seen; the ring marks the lowest held back, which a training that came to its end keeps. */
export function LossChart({ curve, name, done }: { curve: LossCurve; name: string; done: boolean }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const kept = keptEpoch(curve);
  return (
    <ChartFrame
      title={`Loss by epoch: ${name}`} unit="mean loss" period={`${curve.epochs.length} epochs`} n={null} table={() => lossTable(curve)}
      head={<p className="row small second" style={{ gap: 12, flexWrap: 'wrap' }}><LineKey line="observed">Learnt from</LineKey><LineKey line="estimate">Held back</LineKey>{curve.epochs.length > 0 && <span className="third">{done ? 'kept' : 'lowest so far'}: epoch {kept}</span>}</p>}
    >
      <div ref={ref}>{width > 0 && curve.epochs.length > 0 && <Lines {...{ curve, width, kept }} />}</div>
    </ChartFrame>
  );
}

function Lines({ curve: { epochs }, width, kept }: { curve: LossCurve; width: number; kept: number }) {
  const values = epochs.flatMap((e) => [e.training, ...(e.heldBack === null ? [] : [e.heldBack])]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = (most - least || Math.abs(most) || 1) * 0.08;
  const [left, right, top, base] = [44, width - 10, 8, height - 34];
  const last = epochs.at(-1)!.epoch;
  const x = linear(1, Math.max(2, last), left, right);
  const y = linear(least - pad, most + pad, base, top);
  const line = (of: (e: LossCurve['epochs'][number]) => number | null) => {
    const points = epochs.filter((e) => of(e) !== null).map((e) => `${x(e.epoch).toFixed(1)} ${y(of(e)!).toFixed(1)}`);
    return points.length > 0 ? `M${points.join('L')}` : '';
  };
  const keptHeld = epochs.find((e) => e.epoch === kept)?.heldBack ?? null;
  const every = Math.max(1, Math.ceil(last / Math.max(2, Math.floor((right - left) / 34))));
  return (
    <svg className="axis" width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Loss over ${epochs.length} epochs: learnt from ${figure(epochs[0]!.training)} to ${figure(epochs.at(-1)!.training)}${keptHeld === null ? '' : `, held back ${figure(keptHeld)} at its lowest, epoch ${kept}`}`}>
      {lossTicks(least - pad, most + pad, 4).map((t) => <g key={t}><path d={`M${left} ${y(t)}H${right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{t}</text></g>)}
      {epochs.filter((e) => e.epoch === 1 || e.epoch % every === 0).map((e) => <text key={e.epoch} x={x(e.epoch)} y={base + 15} textAnchor="middle">{e.epoch}</text>)}
      <text x={(left + right) / 2} y={height - 4} textAnchor="middle">epoch</text>
      <path d={line((e) => e.training)} className="line observed" />
      <path d={line((e) => e.heldBack)} className="line estimate" />
      {epochs.length === 1 && <circle cx={x(1)} cy={y(epochs[0]!.training)} r={2.6} fill="var(--c-observed)" />}
      {keptHeld !== null && <circle cx={x(kept)} cy={y(keptHeld)} r={3.5} fill="var(--surface)" stroke="var(--c-estimate)" strokeWidth={2} />}
      <HitColumns xs={epochs.map((e) => x(e.epoch))} {...{ left, right, top, base }} tip={(i) => `Epoch ${epochs[i]!.epoch}\nlearnt from ${figure(epochs[i]!.training)}${epochs[i]!.heldBack === null ? '' : `\nheld back ${figure(epochs[i]!.heldBack)}`}`} />
    </svg>
  );
}

const figure = (loss: number): string => loss.toPrecision(3).replace('-', '−');
