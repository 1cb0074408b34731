import { useState } from 'react';
import { RunLedgerDocument } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { isOpen } from '../../api/useRunProgress';
import { count, plural } from '../../state/figures';
import { moment } from '../../state/moment';
import { commit } from '../../state/useView';
import type { View } from '../../state/view';
import { sentenceCase } from '../../state/words';
import { FilterBar } from '../bar/FilterBar';
import type { Jurisdiction } from '../map/useMapModel';
import { Failed } from '../states/Failed';
import { ServerSilent } from '../states/ServerSilent';
import { TrainButton } from '../training/TrainButton';
import { DifferenceBlock } from './DifferenceBlock';
import { RunRow, studyName, type LedgerRun } from './RunRow';

/** How often new runs are looked for; sooner while one waits for its turn. */
const [lookMs, queuedMs] = [15_000, 3000];

interface Props { view: View; jurisdictions: readonly { code: string; name: string; synthetic: boolean }[]; jurisdiction: Jurisdiction }

/** The ledger of what was computed, from which data, with what and by which code; two runs side by side. */
export function RunsPage({ view, jurisdictions, jurisdiction }: Props) {
  const [study, setStudy] = useState('');
  const [state, setState] = useState('');
  const runs = useQuery(RunLedgerDocument, { jurisdiction: jurisdiction.code, first: 200 }, { everyMs: (d) => (d.runs.nodes.some((r) => r.state === 'QUEUED') ? queuedMs : lookMs) });
  const all = runs.data?.runs.nodes ?? [];
  const distinct = (of: (r: LedgerRun) => string) => [...new Set(all.map(of))].sort();
  const shown = all.filter((r) => (study === '' || r.study === study) && (state === '' || r.state === state));
  const open = all.filter(isOpen).length;
  const compared = view.compared.flatMap((id) => all.find((r) => r.id === id) ?? []);
  // The older run stands first: what moved reads forwards.
  const [a, b] = compared.toSorted((x, y) => x.queuedAt.localeCompare(y.queuedAt));
  const titled = (r: LedgerRun) => ({ ...r, title: `${studyName(r.study)} ${r.id.slice(0, 8)}, ${moment(r.startedAt ?? r.queuedAt)}` });
  const choose = (id: string) => commit({ compared: view.compared.includes(id) ? view.compared.filter((c) => c !== id) : [...view.compared, id].slice(-2) });
  return (
    <>
      <FilterBar {...{ jurisdictions, jurisdiction }} categories={[]} window={null} span={null} areas={[]} onJurisdiction={(code) => commit({ jurisdiction: code, compared: [] })} onCategories={() => {}} onWindow={() => {}} onArea={() => {}} />
      <main className="main page" aria-label="Runs">
        {runs.retryAt > 0 && <ServerSilent since={runs.at} retryAt={runs.retryAt} retry={runs.retry} />}
        <div className="page-head head-actions">
          <div>
            <h1 className="title">Runs</h1>
            {runs.data && <p className="lead second"><b>{plural(runs.data.runs.totalCount, 'run')}</b> {open > 0 ? `in the ledger, ${count(open)} under way.` : 'in the ledger, none under way.'} {compared.length === 1 ? 'Select another run to see what differs.' : 'Select two to see what differs.'}</p>}
          </div>
          <div className="actions">
            <label className="pick"><span className="key">Study</span>
              <select value={study} onChange={(e) => setStudy(e.target.value)}><option value="">all</option>{distinct((r) => r.study).map((s) => <option key={s} value={s}>{studyName(s)}</option>)}</select>
            </label>
            <label className="pick"><span className="key">State</span>
              <select value={state} onChange={(e) => setState(e.target.value)}><option value="">all</option>{distinct((r) => r.state).map((s) => <option key={s} value={s}>{sentenceCase(s)}</option>)}</select>
            </label>
            <TrainButton jurisdiction={jurisdiction.code} kind={null} />
          </div>
        </div>
        {a && b && <DifferenceBlock a={titled(a)} b={titled(b)} onClose={() => commit({ compared: [] })} />}
        <section className="page-block" aria-label="Ledger">
          {runs.error && <Failed what="Runs" error={runs.error} retry={runs.retry} />}
          {runs.data && shown.length === 0 && <p className="second">{all.length > 0 ? 'No run of this study and state.' : 'No run yet. Trainings and imports are listed here; maps are computed as you move.'}</p>}
          {shown.length > 0 && (
            <div className="table-scroll">
              <table className="ledger">
                <thead><tr><th>Study</th><th>State</th><th className="wide">Parameters</th><th className="wide">Data</th><th className="wide num">Seed</th><th className="wide">Code</th><th className="wide num">Seconds</th><th>Started</th><th className="num">Compare</th></tr></thead>
                <tbody>{shown.map((r) => <RunRow key={r.id} run={r} chosen={view.compared.includes(r.id)} onChoose={() => choose(r.id)} onChange={runs.retry} />)}</tbody>
              </table>
            </div>
          )}
          {all.length < (runs.data?.runs.totalCount ?? 0) && <p className="small third foot">The newest {count(all.length)} are listed.</p>}
        </section>
      </main>
    </>
  );
}
