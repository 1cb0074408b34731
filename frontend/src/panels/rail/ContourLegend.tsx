import type { ContourData } from '../../api/useLayers';
import { volumes } from '../../layers/contours';
import { count, metres } from '../../state/figures';

export function ContourLegend({ layer, period, brief }: { layer: ContourData; period: string; brief?: boolean }) {
  return (
    <div>
      <p className="small second">Ground that holds a share of the reported incidents, {period}</p>
      <div className="row small" style={{ gap: 12, marginTop: 4 }}>
        {volumes.map(({ volume, width }) => (
          <span key={volume} className="row nowrap" style={{ gap: 4 }}>
            <svg width={16} height={10} aria-hidden><line x1={0} x2={16} y1={5} y2={5} stroke="var(--map-select)" strokeWidth={width} /></svg>{volume}{'\u202f'}%
          </span>
        ))}
      </div>
      {!brief && <p className="micro third" style={{ marginTop: 4 }}>n = {count(layer.incidents)} with a position; bandwidth {metres(layer.bandwidthMetres)}</p>}
    </div>
  );
}
