import type { Ranking } from '../../api/useRiskRanking';
import { count } from '../../state/figures';

const mostShown = 6;

/** The areas that the scenario moves most, without and with it; nothing where there is no scenario. */
export function ScenarioEffect({ layer, names }: { layer: Ranking; names: ReadonlyMap<string, string> }) {
  const rows = layer.scores.flatMap((s) => (s.baseline ? [{ code: s.area.code, before: s.baseline, now: s }] : []));
  if (rows.length === 0) return null;
  const change = (r: (typeof rows)[number]) => Math.abs(r.now.expectedIncidents - r.before.expectedIncidents);
  const sum = (of: (r: (typeof rows)[number]) => number) => count(rows.reduce((s, r) => s + of(r), 0));
  return (
    <div>
      <table>
        <thead><tr><th>Expected, rank</th><th className="num">Baseline</th><th className="num">Scenario</th></tr></thead>
        <tbody>
          <tr><td>All areas</td><td className="num second">{sum((r) => r.before.expectedIncidents)}</td><td className="num medium">{sum((r) => r.now.expectedIncidents)}</td></tr>
          {rows.filter((r) => change(r) >= 0.5 || r.now.rank !== r.before.rank).sort((a, b) => change(b) - change(a)).slice(0, mostShown).map((r) => (
            <tr key={r.code}><td>{names.get(r.code) ?? r.code}</td><td className="num second">{count(r.before.expectedIncidents)}, #{r.before.rank}</td><td className="num medium">{count(r.now.expectedIncidents)}, #{r.now.rank}</td></tr>
          ))}
        </tbody>
      </table>
      {layer.scenarioNotes.map((n) => <p key={n} className="small second foot">{n}</p>)}
    </div>
  );
}
