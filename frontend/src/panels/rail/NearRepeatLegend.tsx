import type { NearRepeatData } from '../../api/useLayers';
import { repeatClasses } from '../../layers/places';
import { dayInWords, toDay } from '../../state/days';
import { count, pValue } from '../../state/figures';

/** The first row of the Knox table says most: the same place within a week. */
export function NearRepeatLegend({ layer, brief }: { layer: NearRepeatData; brief?: boolean }) {
  const [most] = layer.bands;
  const zones = layer.bands.filter((b) => b.p < 0.05 && (b.ratio ?? 0) > 1);
  const reach = zones.toSorted((a, b) => b.toMetres - a.toMetres)[0];
  return (
    <div>
      <p className="small second">Chance of another report nearby, on {dayInWords(toDay(layer.asOf))}</p>
      <div className="steps" style={{ marginTop: 4 }} aria-hidden>{repeatClasses.map((c) => <i key={c.from} style={{ background: `var(--${c.token})` }} />)}</div>
      <div className="row micro second" style={{ justifyContent: 'space-between' }}><span>lower</span><span>higher</span></div>
      {!brief && (
        <>
          {most?.ratio && <p className="small second" style={{ marginTop: 4 }}>At the very same place, reports follow within {most.toDays} days {most.ratio.toFixed(1)}{'\u202f'}× as often as by chance ({pValue(most.p)}).{reach && reach.toMetres > 0 && ` Clear up to ${reach.toMetres} m.`}</p>}
          {zones.length === 0 && <p className="small second" style={{ marginTop: 4 }}>No distance and time is clearly above chance: the zones say little here.</p>}
          <p className="micro third" style={{ marginTop: 4 }}>n = {count(layer.incidents)} with a position since {dayInWords(toDay(layer.from))}; Knox test, Manhattan distance, 999 permutations</p>
        </>
      )}
    </div>
  );
}
