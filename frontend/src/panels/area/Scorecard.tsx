import type { ScoreFragment } from '../../api/generated';
import { level, share } from '../../state/figures';
import { sentenceCase } from '../../state/words';
import { plainName } from './badge';

/** How a prediction did on the past, beside its plain alternatives. */
export const Scorecard = ({ card, model }: { card: ScoreFragment; model: string }) => (
  <>
    <p className="second" style={{ margin: '2px 0 8px' }}>On past data that the model had not seen, {card.origins} {card.origins === 1 ? 'origin' : 'origins'}.</p>
    {card.mae !== null && (
      <table>
        <thead><tr><th>Mean error, reports</th><th className="num">MAE</th><th className="num">MASE</th></tr></thead>
        <tbody>
          <tr><td className="medium">{model}</td><td className="num medium">{figure(card.mae)}</td><td className="num medium">{figure(card.mase)}</td></tr>
          {card.baselines.map((b) => (
            <tr key={b.name}><td>{sentenceCase(b.name)}</td><td className="num">{figure(b.mae)}</td><td className="num">{figure(b.mase)}</td></tr>
          ))}
        </tbody>
      </table>
    )}
    {card.pai.length > 0 && (
      <table style={{ marginTop: 8 }}>
        <thead><tr><th>In the first …</th><th className="num">Reports hit</th><th className="num">PAI</th><th className="num">PAI by {plainName(card)}</th></tr></thead>
        <tbody>
          {card.pai.map((r) => (
            <tr key={r.areaShare}><td>{level(100 * r.areaShare)}</td><td className="num">{share(r.hitRate)}</td><td className="num medium">{figure(r.pai)}</td><td className="num">{figure(r.baselinePai)}</td></tr>
          ))}
        </tbody>
      </table>
    )}
    {card.coverage.some((c) => c.observed !== null) && (
      <p className="second" style={{ marginTop: 8 }}>
        {card.coverage.filter((c) => c.observed !== null).map((c) => `${level(c.level)} intervals held ${share(c.observed!)} of outcomes`).join('; ')}.
      </p>
    )}
    {card.note && <p className="third" style={{ marginTop: 4 }}>{card.note}</p>}
  </>
);

const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(2));
