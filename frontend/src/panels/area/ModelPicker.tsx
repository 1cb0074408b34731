import { Check, ChevronDown } from 'lucide-react';
import type { ForecastModel } from '../../api/generated';
import { useModelScores, type ModelScore } from '../../api/useModelScores';
import { plural } from '../../state/figures';
import { modelName } from '../../state/modelNames';
import { forecastModels } from '../../state/view';
import { Popover } from '../controls/Popover';
import { Failed } from '../states/Failed';

interface Props {
  code: string;
  kind: string;
  /** Days ahead. */
  horizon: number;
  /** null = the best by scorecard. */
  model: ForecastModel | null;
  /** Which model is the best here; null before the answer. */
  best: ForecastModel | null;
  onModel: (model: ForecastModel | null) => void;
}

/** Chooses the model of a forecast; beside each name stands how it did on the past. */
export function ModelPicker(props: Props) {
  const { model, best } = props;
  return (
    <Popover
      label="Model of the forecast" className="model-button small" width={336}
      button={<><span className="third">Model</span> <span className="medium">{model ? modelName(model) : `Best by scorecard${best ? `: ${modelName(best)}` : ''}`}</span><ChevronDown size={14} aria-hidden /></>}
    >
      {(close) => <Models {...props} onModel={(next) => { props.onModel(next); close(); }} />}
    </Popover>
  );
}

function Models({ code, kind, horizon, model, onModel }: Props) {
  const { scores, areas, windows, result } = useModelScores(code, kind, horizon);
  const known = (m: ForecastModel) => scores.get(m)?.relative ?? Infinity;
  const order: readonly (ForecastModel | null)[] = [null, ...forecastModels.toSorted((a, b) => known(a) - known(b) || forecastModels.indexOf(a) - forecastModels.indexOf(b))];
  return (
    <>
      <p className="row small third" style={{ padding: '0 8px 4px' }}>Model<span className="spring" />Error, plain = 1</p>
      {(areas > 0 || !result.loading) && order.map((m) => (
        <button key={m ?? 'best'} type="button" className="menu-item model-item" aria-pressed={m === model} onClick={() => onModel(m)}>
          {m === model ? <Check size={14} aria-hidden /> : <span style={{ width: 14 }} />}
          <span>{m ? modelName(m) : 'Best by scorecard'}</span><span className="spring" />
          <Words score={scores.get(m ?? 'BEST')} />
        </button>
      ))}
      {result.error && <Failed what="The scorecards" error={result.error} retry={result.retry} />}
      <p className="micro third" style={{ padding: '6px 8px 0' }}>
        {areas === 0 ? (result.loading ? 'Putting the models side by side' : '') : `Error of past forecasts of ${horizon} days over that of the better plain model, mean over ${plural(areas, 'area')} and ${plural(windows, 'past window')}. Models without a figure are computed when they are chosen, or wait for a training.`}
      </p>
    </>
  );
}

const Words = ({ score }: { score: ModelScore | undefined }) =>
  score?.relative === null || score?.relative === undefined
    ? <span className="small third">–</span>
    : <span className="small second nowrap">{score.isBaseline ? 'plain' : score.beats ? 'beats plain' : 'not shown better'} <b className="medium">{score.relative.toFixed(2)}</b></span>;
