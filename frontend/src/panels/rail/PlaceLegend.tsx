import type { PlaceData } from '../../api/useLayers';
import { placeClasses } from '../../layers/places';
import { dayInWords, toDay } from '../../state/days';
import { count, share } from '../../state/figures';

export function PlaceLegend({ layer, brief }: { layer: PlaceData; brief?: boolean }) {
  const held = (of: number) => layer.cells.filter((c) => c.rank <= Math.ceil(of * layer.units)).reduce((sum, c) => sum + c.share, 0);
  return (
    <div>
      <p className="small second">Leading cells for reported incidents, 28 days from {dayInWords(toDay(layer.asOf))}</p>
      <div className="steps" style={{ marginTop: 4 }} aria-hidden>{placeClasses.map((c) => <i key={c.share} style={{ background: `var(--${c.token})` }} />)}</div>
      <div className="ticks">{placeClasses.map((c) => <span key={c.share}>{100 * c.share}{'\u202f'}%</span>)}</div>
      <div className="ticks" style={{ marginTop: 0 }}>{placeClasses.map((c) => <span key={c.share} className="below">{share(held(c.share))}</span>)}</div>
      {!brief && <p className="micro third" style={{ marginTop: 4 }}>First of the cells, n = {count(layer.units)}; below, the share of reports expected there</p>}
    </div>
  );
}
