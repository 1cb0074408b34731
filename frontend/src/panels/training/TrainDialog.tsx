import { useState } from 'react';
import { request } from '../../api/client';
import { PastTrainingsDocument, StartForecastDocument, type ForecastModel, type SeriesStep } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { moment } from '../../state/moment';
import { modelName } from '../../state/modelNames';
import { forecastModels } from '../../state/view';
import { NumberField } from '../controls/NumberField';
import { Segmented } from '../controls/Segmented';
import { lastTime } from './lastTime';
import { TrainingFrame } from './TrainingDialog';
import { duration, TrainingView } from './TrainingView';

const plain: readonly ForecastModel[] = ['MEAN', 'SEASONAL_NAIVE', 'NAIVE', 'DRIFT'];
const trainable = ['LSTM_GLOBAL', 'LSTM', ...forecastModels.filter((m) => !plain.includes(m) && !m.startsWith('LSTM'))] as readonly ForecastModel[];
const isNetwork = (m: ForecastModel): boolean => m.startsWith('LSTM');
const standardHorizon: Record<SeriesStep, number> = { DAY: 30, WEEK: 12, MONTH: 12 };
const mostHorizon: Record<SeriesStep, number> = { DAY: 366, WEEK: 52, MONTH: 12 };
const standardEpochs: Record<'LSTM' | 'LSTM_GLOBAL', number> = { LSTM: 10, LSTM_GLOBAL: 12 };

interface Props {
  jurisdiction: { code: string; areaKinds: readonly { code: string; label: string; areas: number }[]; offenceCategories: readonly { code: string; label: string }[] };
  kind: string | null;
  model?: ForecastModel | null;
  areaName?: (code: string) => string;
  onClose: () => void;
}

/** Asks what to train, starts it, and shows it as it goes. */
export function TrainDialog({ jurisdiction, kind: givenKind, model: given, areaName = (code) => code, onClose }: Props) {
  const [model, setModel] = useState<ForecastModel>(given && trainable.includes(given) ? given : 'LSTM_GLOBAL');
  const [kind, setKind] = useState(givenKind ?? jurisdiction.areaKinds[0]?.code ?? '');
  const [step, setStep] = useState<SeriesStep>('DAY');
  const [horizon, setHorizon] = useState(standardHorizon.DAY);
  const [category, setCategory] = useState('');
  const [epochs, setEpochs] = useState<number | null>(null);
  const [seed, setSeed] = useState<number | null>(null);
  const [run, setRun] = useState<string | null>(null);
  const [failed, setFailed] = useState('');
  const past = useQuery(PastTrainingsDocument, { jurisdiction: jurisdiction.code });
  const before = lastTime(past.data?.runs.nodes ?? [], { model, kind, step });
  const areas = jurisdiction.areaKinds.find((k) => k.code === kind);
  const start = () => {
    setFailed('');
    const network = isNetwork(model) ? { ...(epochs === null ? {} : { epochs }), ...(seed === null ? {} : { seed }) } : {};
    request(StartForecastDocument, { input: { jurisdiction: jurisdiction.code, kind: kind || null, model, step, horizon, ...(category ? { filter: { categories: [category] } } : {}), ...network } })
      .then((data) => setRun(data.startForecast.id), (e: Error) => setFailed(e.message));
  };
  if (run) return <TrainingFrame title={modelName(model)} onClose={onClose}><TrainingView id={run} areaName={areaName} /></TrainingFrame>;
  const standard = isNetwork(model) ? standardEpochs[model as 'LSTM' | 'LSTM_GLOBAL'] : 1;
  return (
    <TrainingFrame title="Train a forecast" onClose={onClose}>
      <form className="train-form" onSubmit={(e) => { e.preventDefault(); start(); }}>
        <label className="field">Model<select className="boxed" value={model} onChange={(e) => setModel(e.target.value as ForecastModel)}>{trainable.map((m) => <option key={m} value={m}>{modelName(m)}</option>)}</select></label>
        <label className="field">Areas<select className="boxed" value={kind} onChange={(e) => setKind(e.target.value)}>
          {jurisdiction.areaKinds.map((k) => <option key={k.code} value={k.code}>{k.label}, {k.areas}</option>)}<option value="">Whole city</option>
        </select></label>
        <label className="field">Offences<select className="boxed" value={category} onChange={(e) => setCategory(e.target.value)}>
          <option value="">All</option>{jurisdiction.offenceCategories.map((c) => <option key={c.code} value={c.code}>{c.label}</option>)}
        </select></label>
        <div className="field">Step<Segmented label="Step" value={step} options={[{ value: 'DAY', label: 'Day' }, { value: 'WEEK', label: 'Week' }, { value: 'MONTH', label: 'Month' }]} onChange={(s) => { setStep(s); setHorizon(standardHorizon[s]); }} /></div>
        <NumberField label="Horizon" value={horizon} min={1} max={mostHorizon[step]} unit={{ DAY: 'days', WEEK: 'weeks', MONTH: 'months' }[step]} onChange={setHorizon} />
        {isNetwork(model) && (
          <details>
            <summary className="small second">More</summary>
            <div className="train-more">
              <NumberField label="Most epochs" value={epochs ?? standard} min={1} max={100} onChange={(n) => setEpochs(n === standard ? null : n)} />
              <NumberField label="Seed" value={seed ?? 1} min={0} max={1_000_000} onChange={(n) => setSeed(n === 1 ? null : n)} />
              <p className="small third">Training stops earlier where held-back data no longer gain. Same seed and data, same network.</p>
            </div>
          </details>
        )}
        <p className="small second">
          {before ? `Last time it took ${duration(before.seconds!)}, on ${moment(before.startedAt ?? '')}.` : `Not trained before${areas ? ` for ${areas.areas === 1 ? 'this area' : `these ${areas.areas} areas`}` : ''}; ${isNetwork(model) ? 'some minutes' : 'a minute or more'} on one core.`}
          {isNetwork(model) && ' The new network serves only where it is not worse than the one before, on the same past days.'}
        </p>
        {failed && <p className="small wrong" role="alert">Training could not start: {failed}</p>}
        <div className="actions"><button type="submit" className="button primary">Train</button></div>
      </form>
    </TrainingFrame>
  );
}
