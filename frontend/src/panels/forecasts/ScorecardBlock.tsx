import type { ScoreFragment, SeriesStep } from '../../api/generated';
import { linear } from '../../charts/scale';
import { level, plural, share } from '../../state/figures';
import type { Badge } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';

interface Props { card: ScoreFragment; badge: Badge; model: string; step: SeriesStep; ahead: string }

const stepName: Record<SeriesStep, string> = { DAY: 'day', WEEK: 'week', MONTH: 'month' };
const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(n < 9.95 ? 2 : 1));

/** How the model did on past data beside both plain alternatives, and what share of outcomes its intervals held. */
export function ScorecardBlock({ card, badge, model, step, ahead }: Props) {
  const rows = [{ name: model, mae: card.mae, mase: card.mase, own: true }, ...card.baselines.map((b) => ({ ...b, own: false }))];
  const most = Math.max(...rows.map((r) => r.mae ?? 0), 0.01);
  const x = linear(0, most, 4, 68);
  const held = card.coverage.filter((c) => c.observed !== null);
  return (
    <section className="page-block" aria-label="Scorecard">
      <h2 className="row">Scorecard<span className="spring" /><ScoreBadge badge={badge} card={card} model={model} /></h2>
      <p className="caption">Past forecasts of {ahead} against what was then reported</p>
      {card.origins === 0 && <p className="second">Too few past {stepName[step]}s to forecast from.</p>}
      {card.origins > 0 && (
        <table>
          <thead><tr><th>Mean error a {stepName[step]}</th><th><span className="unseen">Compared</span></th><th className="num"><abbr title="Mean absolute error, reports">MAE</abbr></th><th className="num"><abbr title="Error over that of last season's counts; under 1 is better">MASE</abbr></th></tr></thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.name} className={r.own ? 'medium' : undefined}>
                <td>{r.own ? r.name : sentence(r.name)}</td>
                <td>
                  <svg width={72} height={10} aria-hidden>
                    <path d={`M${x(0)} 5H${x(most)}`} stroke="var(--hairline)" />
                    {r.mae !== null && <circle cx={x(r.mae)} cy={5} r={3.5} fill={r.own ? 'var(--c-estimate)' : 'var(--surface)'} stroke={r.own ? 'var(--c-estimate)' : 'var(--control)'} strokeWidth={1.5} />}
                  </svg>
                </td>
                <td className="num">{figure(r.mae)}</td><td className="num">{figure(r.mase)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {held.length > 0 && (
        <table className="coverage">
          <thead><tr><th>Intervals</th><th><span className="unseen">Compared</span></th><th className="num">Meant to hold</th><th className="num">Held</th></tr></thead>
          <tbody>
            {held.map((c) => (
              <tr key={c.level}>
                <td>{level(c.level)}</td>
                <td><Held nominal={c.level / 100} observed={c.observed!} /></td>
                <td className="num">{level(c.level)}</td><td className="num medium">{share(c.observed!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small third foot">{plural(card.origins, 'origin')}; each forecast saw earlier reports only. {card.note}</p>
    </section>
  );
}

/** Share of outcomes that an interval held, from 50 %, beside the share that it is named after. */
function Held({ nominal, observed }: { nominal: number; observed: number }) {
  const x = linear(0.5, 1, 4, 68);
  return (
    <svg width={72} height={10} aria-hidden>
      <path d={`M${x(0.5)} 5H${x(1)}`} stroke="var(--hairline)" />
      <path d={`M${x(nominal)} 0V10`} stroke="var(--c-reference)" strokeWidth={1.5} />
      <circle cx={x(Math.max(0.5, observed))} cy={5} r={3.5} fill="var(--c-estimate)" />
    </svg>
  );
}

const sentence = (s: string): string => s[0]!.toUpperCase() + s.slice(1);
