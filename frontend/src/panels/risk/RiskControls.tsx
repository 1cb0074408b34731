import type { RiskBasis } from '../../api/generated';
import { share } from '../../state/figures';
import { defaultWeights, sameWeights, shares, weightNames, type RiskView } from '../../state/riskView';
import { Segmented } from '../controls/Segmented';
import { Slider } from '../controls/Slider';
import { Switch } from '../controls/Switch';
import { componentNames } from './components';

const bases: readonly { value: RiskBasis; label: string }[] = [{ value: 'COUNT', label: 'Count' }, { value: 'SQUARE_KILOMETRE', label: 'Per km²' }, { value: 'RESIDENT', label: 'Per resident' }];
const horizons = [7, 14, 28, 56, 90, 180];

interface Props {
  risk: RiskView;
  horizon: number;
  kinds: readonly { code: string; label: string; areas: number }[];
  kind: string | null;
  /** First and last date that the score can be seen from. */
  first: string;
  last: string;
  /** Residents are known for these areas. */
  residents: boolean;
  /** Labels of the offences whose records officers start. */
  officerInitiated: readonly string[];
  sensitivity: string | null;
  /** A movement of the hand, then a step that Back undoes. */
  onInput: (patch: Partial<RiskView>) => void;
  onCommit: (patch: Partial<RiskView>) => void;
  onHorizon: (days: number) => void;
  onKind: (code: string) => void;
}

/** What the ranking is made from. */
export function RiskControls({ risk, horizon, kinds, kind, first, last, residents, officerInitiated, sensitivity, onInput, onCommit, onHorizon, onKind }: Props) {
  const part = shares(risk.weights);
  return (
    <section id="inputs" className="page-block what-if" aria-label="What counts">
      <h2>What counts</h2>
      <div className="weights">
        {weightNames.map((name) => (
          <Slider
            key={name} label={componentNames[name]!} value={risk.weights[name]} min={0} max={1} step={0.05} format={() => (part ? share(part[name]) : '–')}
            onInput={(w) => onInput({ weights: { ...risk.weights, [name]: w } })}
          />
        ))}
      </div>
      {!part && <p className="small wrong" role="alert">weights: at least one must be above 0. The ranking with the default weights is shown.</p>}
      {!sameWeights(risk.weights, defaultWeights) && <button type="button" className="text-link small start" onClick={() => onCommit({ weights: defaultWeights })}>Back to 50, 30, 10 and 10 %</button>}
      {sensitivity && <p className="small second"><span className="medium">How far the order depends on the weights.</span> {sensitivity}</p>}
      <div className="field"><span>Volume counted</span><Segmented label="Volume counted" value={risk.per} options={residents ? bases : bases.slice(0, 2)} onChange={(per) => onCommit({ per })} /></div>
      <label className="row small"><Switch label="Weigh reports by severity" on={risk.severityWeighted} onChange={(severityWeighted) => onCommit({ severityWeighted })} /><span>Weigh reports by severity</span></label>
      <div className="field-pair">
        <label className="field">Horizon
          <select value={horizon} onChange={(e) => onHorizon(Number(e.target.value))}>
            {[...new Set([...horizons, horizon])].sort((a, b) => a - b).map((d) => <option key={d} value={d}>{d} days</option>)}
          </select>
        </label>
        <label className="field">Areas
          <select value={kind ?? ''} onChange={(e) => onKind(e.target.value)}>{kinds.map((k) => <option key={k.code} value={k.code}>{k.label}</option>)}</select>
        </label>
      </div>
      <label className="field">As of (what was known that day)
        <input type="date" min={first} max={last} value={risk.asOf ?? last} onChange={(e) => e.target.validity.valid && onCommit({ asOf: e.target.value === last || e.target.value === '' ? null : e.target.value })} />
      </label>
      {officerInitiated.length > 0 && (
        <div>
          <p className="small second">Officer-initiated records count</p>
          <Slider label="Their weight" value={risk.officerWeight} min={0} max={1} step={0.25} format={share} onInput={(officerWeight) => onInput({ officerWeight })} />
          <p className="small third">{officerInitiated.join(', ')}: such counts depend on where officers look. Below 100 %, the table shows how ranks change.</p>
        </div>
      )}
    </section>
  );
}
