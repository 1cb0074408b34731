import type { DensityData } from '../../api/useLayers';
import { densityTicks, rampPosition } from '../../layers/density';
import { count, metres } from '../../state/figures';

const ramp = `linear-gradient(90deg, ${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--seq-${i})`).join(', ')})`;

/** @param top incidents/km² at the bar's end. @param period the window's length in words. */
export function DensityLegend({ surface, top, period, brief }: { surface: DensityData; top: number; period: string; brief?: boolean }) {
  return (
    <div>
      <p className="small second">Reported incidents per km², {period}</p>
      <div className="ramp" style={{ background: ramp }} />
      <div className="ramp-ticks micro second">
        {densityTicks(top).map((t) => {
          const at = 100 * rampPosition(t, top);
          return <span key={t} style={{ left: `${at}%`, transform: `translateX(${at < 4 ? 0 : at > 94 ? -100 : -50}%)` }}>{t < 10 ? +t.toFixed(2) : count(t)}</span>;
        })}
      </div>
      {!brief && <p className="micro third">n = {count(surface.incidents)} with a position; Gaussian kernel, bandwidth {metres(surface.bandwidthMetres)}; highest {count(surface.max)} per&nbsp;km²</p>}
    </div>
  );
}
