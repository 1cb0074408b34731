import type { HotspotData } from '../../api/useLayers';
import { binCounts, binLevel, bins, binToken } from '../../layers/hotspots';
import { count, pValue } from '../../state/figures';
import type { Options } from '../../state/options';

export function HotspotLegend({ layer, unit, period, brief }: { layer: HotspotData; unit: Options['unit']; period: string; brief?: boolean }) {
  const counts = binCounts(layer.cells, layer.units);
  return (
    <div>
      <div className="row small second" style={{ justifyContent: 'space-between', marginBottom: 4 }}>
        <span>Cold</span><span className="third">confidence, {period}</span><span>Hot</span>
      </div>
      <div className="steps" aria-hidden>{bins.map((b) => <i key={b} style={{ background: `var(--${binToken(b)})` }} />)}</div>
      <div className="ticks">{bins.map((b) => <span key={b}>{binLevel(b)}</span>)}</div>
      <div className="ticks" style={{ marginTop: 0 }}>{bins.map((b) => <span key={b} className="below">{count(counts.get(b)!)}</span>)}</div>
      {!brief && (
        <p className="micro third" style={{ marginTop: 4 }}>
          Number of {unit === 'area' ? 'areas' : 'cells'} below each class, n = {count(layer.units)}.
          {layer.moran && ` Neighbours ${layer.moran.p >= 0.05 ? 'are no more alike than chance would give' : layer.moran.value > 0 ? 'are alike' : 'differ'}: Moran’s I ${layer.moran.value.toFixed(2).replace('-', '−')}, ${pValue(layer.moran.p)}.`}
        </p>
      )}
    </div>
  );
}
