import { useEffect, useState } from 'react';
import { request } from '../../api/client';
import { CancelRunDocument, type RunLedgerQuery } from '../../api/generated';
import { isOpen, useRunProgress } from '../../api/useRunProgress';
import { count, share } from '../../state/figures';
import { moment } from '../../state/moment';
import { modelName } from '../../state/modelNames';
import { sentenceCase, shortVersion } from '../../state/words';
import { CardButton } from '../training/CardButton';

export type LedgerRun = RunLedgerQuery['runs']['nodes'][number];

const special: Record<string, string> = { HOTSPOTS: 'Hot spots', NEAR_REPEAT: 'Near repeats' };
export const studyName = (s: string): string => special[s] ?? sentenceCase(s);
const duration = (s: number): string => (s < 0.1 ? 'under 0.1' : s < 10 ? s.toFixed(1) : count(s));

interface Props { run: LedgerRun; chosen: boolean; onChoose: () => void; /** The ledger has moved on. */ onChange: () => void }

/** One run; while it is under way its progress comes by itself. */
export function RunRow({ run, chosen, onChoose, onChange }: Props) {
  const [failed, setFailed] = useState('');
  const live = useRunProgress(run.state === 'RUNNING' ? run.id : null);
  const r = live ? { ...run, ...live } : run;
  const ended = live !== null && !isOpen(live);
  useEffect(() => {
    if (ended) onChange();
    // A new callback is no reason to tell it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended]);
  const cancel = () => request(CancelRunDocument, { id: r.id }).then(onChange, (e: Error) => setFailed(e.message));
  const started = r.startedAt ?? r.queuedAt;
  return (
    <tr title={`Run ${r.id}`} className={chosen ? 'selected' : undefined}>
      <td className="medium">{studyName(r.study)}</td>
      <td className="state">
        {r.state === 'RUNNING' ? `Running, ${share(r.progress)}` : sentenceCase(r.state)}
        {r.state === 'RUNNING' && <div className="progress" role="progressbar" aria-label={studyName(r.study)} aria-valuenow={Math.round(100 * r.progress)}><i style={{ width: `${100 * r.progress}%` }} /></div>}
        {(r.error || failed) && <p className="small third">{r.error ?? failed}</p>}
      </td>
      <td className="wide small second parameters">{parametersInWords(r.parameters)}</td>
      <td className="wide nowrap">{r.datasetVersion?.slice(0, 8) ?? '–'}</td>
      <td className="wide num">{r.seed ?? '–'}</td>
      <td className="wide nowrap"><code>{shortVersion(r.codeVersion)}</code></td>
      <td className="wide num">{r.seconds === null ? '–' : duration(r.seconds)}</td>
      <td>{moment(started)}</td>
      <td className="num actions-cell">
        {r.study === 'FORECAST' && <CardButton run={r.id} label="Open" />}
        {isOpen(r) && <button type="button" className="button" onClick={() => void cancel()}>Cancel</button>}
        <input type="checkbox" checked={chosen} onChange={onChoose} aria-label={`Compare run ${r.id.slice(0, 8)}, ${studyName(r.study)}`} title="Compare with another run" />
      </td>
    </tr>
  );
}

/** "model LSTM of the area, step day, horizon 30": the plain values of the parameters. */
export function parametersInWords(parameters: unknown): string {
  if (typeof parameters !== 'object' || parameters === null) return '';
  return Object.entries(parameters)
    .filter(([, v]) => v !== null && (typeof v !== 'object' || Array.isArray(v)))
    .map(([k, v]) => `${k} ${Array.isArray(v) ? (v.length > 3 ? `${v.length} values` : v.join(' ')) : inWords(k, v)}`)
    .join(', ');
}

/** Names of models and of choices are stored as the code has them: "LstmGlobal", "Day". */
const inWords = (name: string, value: unknown): string => {
  const words = String(value).replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_');
  return name === 'model' ? modelName(words.toUpperCase()) : typeof value === 'string' && /^[A-Z][a-z]/.test(value) ? words.replaceAll('_', ' ').toLowerCase() : String(value);
};
