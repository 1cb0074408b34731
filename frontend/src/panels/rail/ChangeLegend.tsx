import type { ChangeData } from '../../api/useLayers';
import { dayInWords, toDay } from '../../state/days';
import { count, metres, percentChange, squareKm } from '../../state/figures';
import type { Options } from '../../state/options';

export const changeTokens = ['fall-3', 'fall-2', 'fall-1', 'rise-1', 'rise-2', 'rise-3'] as const;

/** Class borders of a difference: thirds of its square-root stretch. */
const borders = (most: number): string[] => [1, 4 / 9, 1 / 9].map((share) => figure(share * most));
const figure = (value: number): string => (value < 10 ? value.toFixed(1) : count(value));

/** Words at the borders of the six classes. */
export function changeTicks(maxDifference: number, measure: Options['measure']): string[] {
  const [most, middle, least] = borders(maxDifference);
  return measure === 'ratio'
    ? ['¼', '⅖', '⅝', '1', '1.6', '2.5', '4\u202f×']
    : [`−${most}`, `−${middle}`, `−${least}`, '0', `+${least}`, `+${middle}`, `+${most}`];
}

export function ChangeLegend({ layer, measure, brief }: { layer: ChangeData; measure: Options['measure']; brief?: boolean }) {
  const ticks = changeTicks(layer.maxDifference, measure);
  const { baselineFrom, baselineTo } = layer.window;
  return (
    <div>
      <p className="small second">Reported incidents {measure === 'ratio' ? 'as a multiple of those in' : 'per km² more or fewer than in'} {dayInWords(toDay(baselineFrom))} – {dayInWords(toDay(baselineTo) - 1)}</p>
      <div className="steps" style={{ marginTop: 4 }} aria-hidden>{changeTokens.map((c) => <i key={c} style={{ background: `var(--${c})` }} />)}</div>
      <div className="border-ticks micro second">{ticks.map((t, i) => <span key={t} style={{ left: `${(100 * i) / 6}%`, transform: `translateX(${[0, -50, -50, -50, -50, -50, -100][i]}%)` }}>{t}</span>)}</div>
      {!brief && (
        <>
          <p className="small second" style={{ marginTop: 4 }}>Clearly denser on {squareKm(layer.risenSquareKilometres)}, thinner on {squareKm(layer.fallenSquareKilometres)}; all else is drawn faint.</p>
          <p className="micro third" style={{ marginTop: 4 }}>n = {count(layer.incidents)} against {count(layer.before)} with a position ({percentChange(layer.incidents, layer.before)}); bandwidth {metres(layer.bandwidthMetres)}; false discovery rate 5{'\u202f'}%</p>
        </>
      )}
    </div>
  );
}
