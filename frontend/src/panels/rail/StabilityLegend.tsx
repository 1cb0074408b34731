import type { StabilityData } from '../../api/useLayers';
import { stabilityClasses } from '../../layers/places';
import { count, metres } from '../../state/figures';

export function StabilityLegend({ layer, period, brief }: { layer: StabilityData; period: string; brief?: boolean }) {
  const classes = [...stabilityClasses.map((c) => ({ ...c, side: 'cold' })).reverse(), ...stabilityClasses.map((c) => ({ ...c, side: 'hot' }))];
  return (
    <div>
      <div className="row small second" style={{ justifyContent: 'space-between', marginBottom: 4 }}>
        <span>Cold</span><span className="third">significant in, {period}</span><span>Hot</span>
      </div>
      <div className="steps" aria-hidden>{classes.map((c) => <i key={c.side + c.strength} style={{ background: `var(--${c.side}-${c.strength})` }} />)}</div>
      <div className="ticks">{classes.map((c) => <span key={c.side + c.strength}>{c.words}</span>)}</div>
      {!brief && <p className="micro third" style={{ marginTop: 4 }}>Per cent of {count(layer.settings)} settings: cells of {layer.cellSizes.map(metres).join(', ')}, shifted grids and windows; under 25{'\u202f'}% not drawn</p>}
    </div>
  );
}
