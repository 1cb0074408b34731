import { useState } from 'react';
import { request } from '../../api/client';
import type { ApiError } from '../../api/errors';
import { ImportTrialDocument, StartImportDocument } from '../../api/generated';
import { useOutlines } from '../../api/useOutlines';
import { useQuery } from '../../api/useQuery';
import { civilInWords } from '../../state/civil';
import { count, plural } from '../../state/figures';
import { columnOf, firstSetup, importInput, missing, withUse, type Preview, type Setup } from '../../state/importMapping';
import { Failed } from '../states/Failed';
import { ColumnTable } from './ColumnTable';
import { FirstRows } from './FirstRows';
import { PlaceBlock } from './PlaceBlock';
import { PositionsMap } from './PositionsMap';
import { Steps } from './Steps';
import { TrialReport } from './TrialReport';

interface Props {
  preview: Preview;
  known: readonly { code: string; name: string; timeZone: string; synthetic: boolean }[];
  /** Code of the jurisdiction that is shown. */
  current: string | null;
  onCancel: () => void;
  onStarted: (run: string) => void;
}

/** Columns, time zone and positions of a file that was sent; every change is tried on its first rows at once. */
export function ImportSetup({ preview, known, current, onCancel, onStarted }: Props) {
  const [setup, setSetup] = useState<Setup>(() => firstSetup(preview, known, current, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const change = (patch: Partial<Setup>) => setSetup((s) => ({ ...s, ...patch }));
  const lacks = missing(setup);
  const input = importInput(preview, setup);
  const result = useQuery(ImportTrialDocument, input ? { input } : null);
  const trial = input && !result.error ? result.data?.importTrial : undefined;
  const outlines = useOutlines(setup.isNew ? null : setup.jurisdiction);
  const profile = preview.profiles.find((p) => p.code === setup.profile);
  const named = preview.columns.filter((c) => setup.uses[c.name]?.role).length;
  const start = () => {
    if (!input || starting) return;
    setStarting(true);
    request(StartImportDocument, { input }).then((d) => onStarted(d.startImport.id), (reason: ApiError) => { setError(reason); setStarting(false); });
  };
  const usable = trial !== undefined && !result.stale && trial.accepted > 0;
  return (
    <main className="main page" aria-label="Import">
      {result.loading && <div className="loading-bar late"><i /></div>}
      <div className="page-head head-actions">
        <div>
          <h1 className="title">Import</h1>
          <p className="lead second">
            <b>{preview.name}</b>, {preview.whole ? plural(preview.rowsLookedAt, 'row') : `more than ${count(preview.rowsLookedAt)} rows`} of {plural(preview.columns.length, 'column')}
            {preview.format === 'GEO_JSON' ? ', GeoJSON' : `, ${delimiters[preview.delimiter ?? ','] ?? 'CSV'}, ${preview.encoding.toUpperCase()}`}{preview.gzip && ', gzip'}.{' '}
            {profile ? `Recognised as ${profile.title}.` : `${count(named)} of them are used.`}
          </p>
        </div>
        <div className="actions">
          <button type="button" className="button" onClick={onCancel}>Cancel</button>
          <button type="button" className="button primary" disabled={!usable || starting} onClick={start}>{trial?.whole ? `Import ${plural(trial.accepted, 'row')}` : 'Import all rows'}</button>
        </div>
      </div>
      <Steps at={lacks.some((m) => m.startsWith('a column') || m.startsWith('both')) ? 1 : 2} />
      {error && <section className="page-block"><Failed what="The start of the import" error={error} retry={start} /></section>}
      {preview.broken && <section className="page-block"><p className="medium">The file breaks off. {preview.broken}</p><p className="small second">Rows before the break can be imported; the whole file adds the rest later.</p></section>}
      <div className="import-columns">
        <div className="stack">
          {preview.profiles.length > 0 && (
            <section className="page-block row" aria-label="Recognised data set">
              <label className="field grow">How the file is read
                <select className="boxed" value={setup.profile ?? ''} onChange={(e) => change({ profile: e.target.value || null })}>
                  {preview.profiles.map((p) => <option key={p.code} value={p.code}>As {p.title}{p.publisher ? `, ${p.publisher}` : ''}</option>)}
                  <option value="">By the columns that I name</option>
                </select>
              </label>
            </section>
          )}
          {setup.profile === null && (
            <section className="page-block" aria-label="Columns">
              <h2>Columns</h2>
              <ColumnTable preview={preview} uses={setup.uses} kinds={outlines.kinds} trial={trial} onUse={(column, use) => change({ uses: withUse(setup.uses, column, use) })} />
              <div className="field-pair even foot">
                {columnOf(setup.uses, 'CATEGORY') === undefined && <label className="field">The one offence of this file<input value={setup.constant} maxLength={80} onChange={(e) => change({ constant: e.target.value })} /></label>}
                <label className="field">Data set<input value={setup.source} maxLength={60} onChange={(e) => change({ source: e.target.value })} /></label>
              </div>
              <p className="small third">Files of one data set correct each other: the same id, or the same row, is stored once.</p>
            </section>
          )}
          <TrialReport trial={trial} stale={result.stale || result.loading} error={result.error} missing={lacks} retry={result.retry} />
          <FirstRows preview={preview} />
        </div>
        <div className="stack">
          <PlaceBlock {...{ preview, setup, known, trial }} onChange={change} />
          <section className="page-block positions" aria-label="Positions">
            <h2>Positions</h2>
            <p className="caption">
              {!trial ? 'Shown once the columns are named.' : trial.points.length === 0 ? 'None of the first rows has a usable position: they will be counted, not drawn.' : `${count(trial.points.length)} of ${count(trial.located)}. Do they lie where you expect?`}
              {trial?.from && trial.to && <><br />{civilInWords(trial.from).split(',')[0]} – {civilInWords(trial.to).split(',')[0]}</>}
            </p>
            {trial && trial.points.length > 0 && <PositionsMap points={trial.points} areas={outlines.areas} height={360} />}
          </section>
        </div>
      </div>
    </main>
  );
}

const delimiters: Record<string, string> = { ',': 'CSV', ';': 'CSV with semicolons', '\t': 'CSV with tabs', '|': 'CSV with bars' };
