import type { RiskData } from '../../api/useLayers';
import { bandName, bands, bandToken, certaintyOf } from '../../layers/risk';
import { count } from '../../state/figures';

export function RiskLegend({ layer, horizon, areas, brief }: { layer: RiskData; horizon: number; areas: number; brief?: boolean }) {
  const held = (c: 'fair' | 'poor') => layer.scores.filter((s) => certaintyOf(s.bandProbability) === c).length;
  const missing = areas - layer.scores.length;
  return (
    <div>
      <p className="small second">Score among {count(layer.scores.length)} areas, next {horizon} days</p>
      <div className="steps" style={{ marginTop: 4 }} aria-hidden>{bands.map((b) => <i key={b} style={{ background: `var(--${bandToken(b)})` }} />)}</div>
      <div className="ticks">{bands.map((b) => <span key={b}>{bandName(b)}</span>)}</div>
      <div className="ticks" style={{ marginTop: 0 }}>{bands.map((b, i) => <span key={b} className="below">{brief ? `${20 * i}–${20 * (i + 1)}` : count(layer.scores.filter((s) => s.band === b).length)}</span>)}</div>
      {!brief && (
        <>
          <p className="micro third" style={{ margin: '2px 0 6px' }}>Areas below each band, borders at 20, 40, 60, 80; #1 on the map is rank 1</p>
          <p className="row small second" style={{ gap: 6 }}>
            <Swatch spacing={7} /><span className="nowrap">band 50–80 % sure: {held('fair')}</span>
            <Swatch spacing={4} /><span className="nowrap">less: {held('poor')}</span>
          </p>
          {missing > 0 && <p className="micro third" style={{ marginTop: 4 }}>{count(missing)} areas have no score; they are drawn without fill.</p>}
        </>
      )}
    </div>
  );
}

function Swatch({ spacing }: { spacing: number }) {
  const id = `swatch-${spacing}`;
  return (
    <svg width={24} height={14} aria-hidden>
      <pattern id={id} width={spacing} height={spacing} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d={`M0 0V${spacing}`} stroke="var(--hatch)" strokeWidth={1.3} /></pattern>
      <rect width={24} height={14} rx={2} fill="var(--risk-2)" /><rect width={24} height={14} rx={2} fill={`url(#${id})`} />
    </svg>
  );
}
