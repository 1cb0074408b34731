import type { DensityData } from '../../api/useLayers';
import { densityTicks, rampPosition } from '../../layers/density';
import { count, metres } from '../../state/figures';

const ramp = `linear-gradient(90deg, ${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--seq-${i})`).join(', ')})`;
const quarters = [0, 25, 50, 75, 100];

interface Props {
  surface: DensityData;
  /** Incidents/km² at the bar's end. */
  top: number;
  /** Colours are ranks of the cells, not densities. */
  percentile: boolean;
  /** The window's length in words. */
  period: string;
  brief?: boolean;
}

export function DensityLegend({ surface, top, percentile, period, brief }: Props) {
  return (
    <div>
      <p className="small second">{percentile ? `Percentile of the cells by reported incidents per km², ${period}` : `Reported incidents per km², ${period}`}</p>
      {percentile ? <Bar ticks={quarters.map((q) => ({ at: q, words: String(q) }))} /> : <Bar ticks={ticksOf(top)} />}
      {!brief && <p className="micro third">n = {count(surface.incidents)} with a position; Gaussian kernel, bandwidth {metres(surface.bandwidthMetres)}; highest {count(surface.max)} per&nbsp;km²</p>}
    </div>
  );
}

/** The key of the frames that the player shows: one scale for the whole history. @param top incidents per km² and 28 days. */
export const FrameLegend = ({ top, brief }: { top: number; brief?: boolean }) => (
  <div>
    <p className="small second">Reported incidents per km² and 28 days</p>
    <Bar ticks={ticksOf(top)} />
    {!brief && <p className="micro third">Smoothed over time too, while it plays; one scale for the whole history</p>}
  </div>
);

/** Where each tick stands, per cent of the bar. */
export const ticksOf = (top: number) => densityTicks(top).map((t) => ({ at: 100 * rampPosition(t, top), words: t < 10 ? String(+t.toFixed(2)) : count(t) }));

const Bar = ({ ticks }: { ticks: readonly { at: number; words: string }[] }) => (
  <>
    <div className="ramp" style={{ background: ramp }} />
    <div className="ramp-ticks micro second">
      {ticks.map(({ at, words }) => <span key={words} style={{ left: `${at}%`, transform: `translateX(${at < 4 ? 0 : at > 94 ? -100 : -50}%)` }}>{words}</span>)}
    </div>
  </>
);
