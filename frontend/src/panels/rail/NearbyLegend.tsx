import type { NearbyData } from '../../api/useLayers';
import { count, measure, pValue } from '../../state/figures';
import { bandInWords, nearbyVerdict } from '../../state/nearby';
import { sentenceCase } from '../../state/words';

interface Props { layer: NearbyData | undefined; kind: { label: string; places: number } | undefined; period: string; brief?: boolean }

/** The marker with its kind and n; what reports have to do with the places, in words and as a table. */
export function NearbyLegend({ layer, kind, period, brief }: Props) {
  if (!kind) return <p className="small second">No places are loaded. <code>./geocrime places FILE</code> loads them.</p>;
  const verdict = layer && nearbyVerdict(layer);
  return (
    <div>
      <p className="row small" style={{ gap: 8 }}>
        <svg width={12} height={12} aria-hidden><circle cx={6} cy={6} r={4} fill="none" stroke="var(--ink)" strokeWidth={1.75} /></svg>
        {sentenceCase(kind.label)}, n = {count(kind.places)}
      </p>
      {!brief && layer && (
        <>
          {verdict && <p className="small" style={{ marginTop: 6 }}>{verdict}</p>}
          <table style={{ marginTop: 6 }}>
            <caption className="micro third" style={{ textAlign: 'left' }}>Reported incidents per km², {period}, by distance to the nearest</caption>
            <thead><tr><th>Distance</th><th className="num">Reports</th><th className="num">Per km²</th><th className="num">City = 1</th></tr></thead>
            <tbody>
              {layer.distances.map((b) => (
                <tr key={b.fromMetres} title={pValue(b.p)}>
                  <td className="nowrap">{bandInWords(b)}</td>
                  <td className="num second">{count(b.incidents)}</td>
                  <td className="num">{b.perSquareKilometre === null ? '–' : measure(b.perSquareKilometre)}</td>
                  <td className="num medium">{b.ratio === null ? '–' : b.ratio.toFixed(b.ratio < 10 ? 1 : 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="micro third" style={{ marginTop: 4 }}>
            n = {count(layer.incidents)} reports with a position in the city.{layer.moran && ` Bivariate Moran’s I ${signed(layer.moran.value)} (${pValue(layer.moran.p)})`}{layer.densitySpearman !== null && `${layer.moran ? '; ' : ' '}rank correlation of both densities ${signed(layer.densitySpearman)}`}. What lies together need not be cause and effect.
          </p>
        </>
      )}
    </div>
  );
}

const signed = (n: number): string => `${n < 0 ? '−' : ''}${Math.abs(n).toFixed(2)}`;
