import type { HotspotData } from '../../api/useLayers';
import { binCounts, binLevel, bins, binToken } from '../../layers/hotspots';
import { count } from '../../state/figures';

export function HotspotLegend({ layer, period, brief }: { layer: HotspotData; period: string; brief?: boolean }) {
  const counts = binCounts(layer.cells, layer.units);
  return (
    <div>
      <div className="row small second" style={{ justifyContent: 'space-between', marginBottom: 4 }}>
        <span>Cold</span><span className="third">confidence, {period}</span><span>Hot</span>
      </div>
      <div className="steps" aria-hidden>{bins.map((b) => <i key={b} style={{ background: `var(--${binToken(b)})` }} />)}</div>
      <div className="ticks">{bins.map((b) => <span key={b}>{binLevel(b)}</span>)}</div>
      <div className="ticks" style={{ marginTop: 0 }}>{bins.map((b) => <span key={b} className="below">{count(counts.get(b)!)}</span>)}</div>
      {!brief && <p className="micro third" style={{ marginTop: 4 }}>Number of cells below each class, n = {count(layer.units)}</p>}
    </div>
  );
}
