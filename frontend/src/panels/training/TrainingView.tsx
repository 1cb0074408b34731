import { useState } from 'react';
import { request } from '../../api/client';
import { CancelRunDocument } from '../../api/generated';
import { isOpen } from '../../api/useRunProgress';
import { useTrainingRun } from '../../api/useTrainingRun';
import { share } from '../../state/figures';
import { sentenceCase } from '../../state/words';
import { CardFacts } from './CardFacts';
import { LossChart } from './LossChart';
import { curveName } from './lossCurves';

interface Props { id: string; areaName: (code: string) => string }

/** A training as it goes, and what it made: state with Cancel, loss by epoch, which network serves and why, the model card. */
export function TrainingView({ id, areaName }: Props) {
  const { run, error, again } = useTrainingRun(id);
  const [picked, setPicked] = useState<string | null>(null);
  const [failed, setFailed] = useState('');
  if (!run) return <p className="second">{error || 'Reading the run'}</p>;
  const training = run.training;
  const curves = training?.curves ?? [];
  // The newest is the one under way, and at the end that of the network that is kept.
  const shown = curves.find((c) => key(c) === picked) ?? curves.at(-1);
  const cancel = () => request(CancelRunDocument, { id }).then(again, (e: Error) => setFailed(e.message));
  const words = run.state === 'QUEUED' ? 'Waits for its turn.' : run.state === 'RUNNING' ? `Training, ${share(run.progress)} done.` : run.state === 'SUCCEEDED' ? `Trained${run.seconds === null ? '' : ` in ${duration(run.seconds)}`}.` : `${sentenceCase(run.state)}.`;
  return (
    <div className="training-view">
      <div className="row" role="status">
        <p className="lead">{words} {isOpen(run) && <span className="second">You can go on working; Runs shows it too.</span>}</p>
        <span className="spring" />
        {isOpen(run) && <button type="button" className="button" onClick={() => void cancel()}>Cancel the training</button>}
      </div>
      {isOpen(run) && <div className="progress" role="progressbar" aria-label="Training" aria-valuenow={Math.round(100 * run.progress)}><i style={{ width: `${100 * run.progress}%` }} /></div>}
      {(run.error || failed) && <p className="small wrong" role="alert">{run.error ?? failed}</p>}
      {training?.verdict && <p>{training.verdict}</p>}
      {shown && (
        <section aria-label="Loss">
          <div className="row" style={{ gap: 8, flexWrap: 'wrap' }}>
            <h3 className="strong">Loss by epoch</h3>
            {curves.length > 1 && (
              <select className="boxed small" aria-label="Training" value={picked ?? ''} onChange={(e) => setPicked(e.target.value || null)}>
                <option value="">{isOpen(run) ? 'The one under way' : 'The last one'}: {curveName(curves.at(-1)!, areaName)}</option>
                {curves.map((c) => <option key={key(c)} value={key(c)}>{curveName(c, areaName)}</option>)}
              </select>
            )}
          </div>
          <LossChart curve={shown} name={curveName(shown, areaName)} done={run.state === 'SUCCEEDED'} />
        </section>
      )}
      {!training && run.state === 'SUCCEEDED' && <p className="second">No loss by epoch was kept: this model learns without epochs, or its run is older than the record of them.</p>}
      {training?.card && <CardFacts card={training.card} dataVersion={run.datasetVersion} />}
    </div>
  );
}

const key = (c: { area: string | null; training: string }): string => `${c.area ?? ''} ${c.training}`;

/** "48 s", "3 min 20 s" */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 90 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
