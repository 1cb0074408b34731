import { useState } from 'react';
import { request } from '../../api/client';
import { CancelRunDocument, RunsDocument, type RunsQuery } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { count, plural, share } from '../../state/figures';
import { moment } from '../../state/moment';
import { sentenceCase, shortVersion } from '../../state/words';
import { commit } from '../../state/useView';
import { FilterBar } from '../bar/FilterBar';
import type { Jurisdiction } from '../map/useMapModel';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { CardButton } from '../training/CardButton';
import { TrainButton } from '../training/TrainButton';

type Run = RunsQuery['runs']['nodes'][number];

const pollMs = 2000;
const isOpen = (r: Run): boolean => r.state === 'RUNNING' || r.state === 'QUEUED';
const sentence = (s: string): string => (s === 'HOTSPOTS' ? 'Hot spots' : sentenceCase(s));
const duration = (s: number): string => (s < 0.1 ? 'under 0.1' : s < 10 ? s.toFixed(1) : count(s));

interface Props { jurisdictions: readonly { code: string; name: string; synthetic: boolean }[]; jurisdiction: Jurisdiction }

/** The ledger of what was computed, from which data, with what and by which code. */
export function RunsPage({ jurisdictions, jurisdiction }: Props) {
  const [study, setStudy] = useState('');
  const runs = useQuery(RunsDocument, { jurisdiction: jurisdiction.code, first: 100 }, { everyMs: () => pollMs });
  const all = runs.data?.runs.nodes ?? [];
  const studies = [...new Set(all.map((r) => r.study))].sort();
  const shown = all.filter((r) => study === '' || r.study === study);
  const open = all.filter(isOpen).length;
  return (
    <>
      <FilterBar {...{ jurisdictions, jurisdiction }} categories={[]} window={null} span={null} areas={[]} onJurisdiction={(code) => commit({ jurisdiction: code })} onCategories={() => {}} onWindow={() => {}} onArea={() => {}} />
      <main className="main page" aria-label="Runs">
        {runs.retryAt > 0 && <ServerSilent since={runs.at} retryAt={runs.retryAt} retry={runs.retry} />}
        <div className="row page-head">
          <div>
            <h1 className="title">Runs</h1>
            {runs.data && <p className="lead second"><b>{plural(runs.data.runs.totalCount, 'run')}</b> {open > 0 ? `in the ledger, ${count(open)} under way.` : 'in the ledger, none under way.'}</p>}
          </div>
          <span className="spring" />
          <label className="pick"><span className="key">Study</span>
            <select value={study} onChange={(e) => setStudy(e.target.value)}>
              <option value="">all</option>
              {studies.map((s) => <option key={s} value={s}>{sentence(s)}</option>)}
            </select>
          </label>
          <TrainButton jurisdiction={jurisdiction.code} kind={null} />
        </div>
        <section className="page-block">
          {runs.error && <Failed what="Runs" error={runs.error} retry={runs.retry} />}
          {runs.data && shown.length === 0 && <p className="second">No run yet. Trainings and imports are listed here; maps are computed as you move.</p>}
          {shown.length > 0 && (
            <div className="table-scroll">
              <table className="ledger">
                <thead><tr><th>Study</th><th>State</th><th className="wide">Parameters</th><th className="wide">Data</th><th className="wide num">Seed</th><th className="wide">Code</th><th className="wide num">Seconds</th><th>Started</th><th><span className="unseen">Cancel</span></th></tr></thead>
                <tbody>{shown.map((r) => <Row key={r.id} run={r} onChange={runs.retry} />)}</tbody>
              </table>
            </div>
          )}
        </section>
      </main>
    </>
  );
}

function Row({ run: r, onChange }: { run: Run; onChange: () => void }) {
  const [failed, setFailed] = useState('');
  const cancel = () => request(CancelRunDocument, { id: r.id }).then(onChange, (e: Error) => setFailed(e.message));
  const started = r.startedAt ?? r.queuedAt;
  return (
    <tr title={`Run ${r.id}`}>
      <td className="medium">{sentence(r.study)}</td>
      <td className="state">
        {r.state === 'RUNNING' ? `Running, ${share(r.progress)}` : sentence(r.state)}
        {r.state === 'RUNNING' && <div className="progress" role="progressbar" aria-label={sentence(r.study)} aria-valuenow={Math.round(100 * r.progress)}><i style={{ width: `${100 * r.progress}%` }} /></div>}
        {(r.error || failed) && <p className="small third">{r.error ?? failed}</p>}
      </td>
      <td className="wide small second parameters">{parametersInWords(r.parameters)}</td>
      <td className="wide nowrap">{r.datasetVersion?.slice(0, 8) ?? '–'}</td>
      <td className="wide num">{r.seed ?? '–'}</td>
      <td className="wide nowrap"><code>{shortVersion(r.codeVersion)}</code></td>
      <td className="wide num">{r.seconds === null ? '–' : duration(r.seconds)}</td>
      <td>{moment(started)}</td>
      <td className="num nowrap">{r.study === 'FORECAST' && <CardButton run={r.id} label="Open" />} {isOpen(r) && <button type="button" className="button" onClick={() => void cancel()}>Cancel</button>}</td>
    </tr>
  );
}

/** "model LSTM, horizon 30": the plain values of the parameters. */
export function parametersInWords(parameters: unknown): string {
  if (typeof parameters !== 'object' || parameters === null) return '';
  return Object.entries(parameters)
    .filter(([, v]) => v !== null && (typeof v !== 'object' || Array.isArray(v)))
    .map(([k, v]) => `${k} ${Array.isArray(v) ? (v.length > 3 ? `${v.length} values` : v.join(' ')) : String(v)}`)
    .join(', ');
}
