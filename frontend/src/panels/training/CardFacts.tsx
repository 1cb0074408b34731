import type { TrainingRun } from '../../api/useTrainingRun';
import { dayInWords, toDay } from '../../state/days';
import { count, level, share } from '../../state/figures';

type Card = NonNullable<NonNullable<TrainingRun['training']>['card']>;

const unit: Record<Card['step'], string> = { DAY: 'days', WEEK: 'weeks', MONTH: 'months' };

/** What a network is, what it learnt from, how it did on past data that it had not seen, and where it ends. */
export function CardFacts({ card, dataVersion }: { card: Card; dataVersion: string | null }) {
  const score = card.score;
  return (
    <section aria-label="Model card">
      <h3 className="strong">Model card</h3>
      <dl className="facts small">
        <dt>Learnt from</dt><dd>{count(card.knownCounts)} counts of reported incidents by {unit[card.step].slice(0, -1)}, {count(card.areas)} {card.areas === 1 ? 'area' : 'areas'}, {dayInWords(toDay(card.from))} – {dayInWords(toDay(card.until) - 1)}</dd>
        <dt>Data version</dt><dd>{dataVersion ?? '–'}</dd>
        <dt>Network</dt><dd>{card.architecture}</dd>
        <dt>Parameters</dt><dd>{count(card.parameters)}, seed {card.seed}</dd>
        {card.weight < 1 && <><dt>Believed</dt><dd>{share(card.weight)} beside level and calendar, by held-back data</dd></>}
        {card.tuning && <><dt>Tuned</dt><dd>{card.tuning.inWords}</dd></>}
      </dl>
      {score && score.mase !== null && (
        <table className="small" style={{ marginTop: 12 }}>
          <thead><tr><th>Mean scaled error, {score.origins} past origins</th><th className="num">MASE</th></tr></thead>
          <tbody>
            <tr><td className="medium">This network</td><td className="num medium">{figure(score.mase)}</td></tr>
            <tr><td>Seasonal naive</td><td className="num">{figure(score.seasonalNaiveMase)}</td></tr>
            <tr><td>Mean of recent {unit[card.step]}</td><td className="num">{figure(score.recentMeanMase)}</td></tr>
          </tbody>
        </table>
      )}
      {score && score.coverage.some((c) => c.observed !== null) && (
        <p className="small second" style={{ marginTop: 6 }}>{score.coverage.filter((c) => c.observed !== null).map((c) => `${level(c.level)} intervals held ${share(c.observed!)} of outcomes`).join('; ')}.</p>
      )}
      <h4 className="small medium" style={{ margin: '12px 0 2px' }}>Known limits</h4>
      <ul className="limits small second">{card.limits.map((l) => <li key={l}>{l}</li>)}</ul>
    </section>
  );
}

const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(3));
