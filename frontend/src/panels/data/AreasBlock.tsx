import { useState } from 'react';
import { request } from '../../api/client';
import { isBadInput, type ApiError } from '../../api/errors';
import { ImportLimitsDocument, LoadAreasDocument, UploadPreviewDocument } from '../../api/generated';
import { isOpen, useDataRun } from '../../api/useDataRun';
import { useQuery } from '../../api/useQuery';
import { areaGuess } from '../../state/areaGuess';
import { plural, share } from '../../state/figures';
import { slug } from '../../state/importMapping';
import { figure } from '../../state/importResult';
import { FileStep } from '../import/FileStep';
import type { Jurisdiction } from '../map/useMapModel';
import { Failed } from '../states/Failed';

interface Props { jurisdiction: Jurisdiction; onChanged: () => void }

/** Boundaries from a GeoJSON file: they become current at once, and incidents are joined to them. */
export function AreasBlock({ jurisdiction: j, onChanged }: Props) {
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const limits = useQuery(ImportLimitsDocument, {});
  return (
    <section className="page-block" aria-label="Areas">
      <h2>Areas</h2>
      <p className="caption">{j.areaKinds.map((k) => `${k.label} (${k.areas})`).join(', ') || 'None yet: without areas there is no ranking and no staffing.'}</p>
      {file ? <AreaSetup key={file.id} {...{ file, onChanged }} jurisdiction={j} onClose={() => setFile(null)} /> : <FileStep what="boundaries as GeoJSON" accept=".json,.geojson,.gz" limit={limits.data?.importLimits} onUploaded={setFile} />}
    </section>
  );
}

function AreaSetup({ file, jurisdiction: j, onChanged, onClose }: Props & { file: { id: string; name: string }; onClose: () => void }) {
  const preview = useQuery(UploadPreviewDocument, { id: file.id });
  const [kind, setKind] = useState('');
  const [chosen, setChosen] = useState<{ code?: string; name?: string; population?: string }>({});
  const [id, setId] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { run } = useDataRun(id, onChanged);
  const columns = preview.data?.upload?.columns ?? [];
  const guess = areaGuess(columns, preview.data?.upload?.rowsLookedAt ?? 0);
  const [code, name, population] = [chosen.code ?? guess.code, chosen.name ?? guess.name, chosen.population ?? guess.population];
  const load = () => {
    setError(null);
    request(LoadAreasDocument, { input: { upload: file.id, jurisdiction: j.code, kind: slug(kind), label: kind, codeProperty: code, nameProperty: name, ...(population && { populationProperty: population }) } })
      .then((d) => setId(d.loadAreas.id), (reason: ApiError) => setError(reason));
  };
  const choice = (label: string, value: string, key: 'code' | 'name' | 'population', none?: string) => (
    <label className="field">{label}
      <select className="boxed" value={value} onChange={(e) => setChosen((c) => ({ ...c, [key]: e.target.value }))}>
        {none !== undefined && <option value="">{none}</option>}
        {columns.map((c) => <option key={c.name} value={c.name}>{c.name}{c.examples[0] ? ` (${c.examples[0].slice(0, 24)})` : ''}</option>)}
      </select>
    </label>
  );
  if (run?.state === 'SUCCEEDED') return <div className="row wrap"><p role="status">{plural(figure(run.metrics, 'areas'), 'area')} loaded, {plural(figure(run.metrics, 'joined'), 'incident')} joined.</p><button type="button" className="button" onClick={onClose}>Load others</button></div>;
  if (run && isOpen(run)) return <p className="second" role="status">Loading {file.name}, {share(run.progress)}</p>;
  const refused = preview.error ?? error;
  return (
    <div className="stack-small">
      {refused && (isBadInput(refused) ? <p className="medium" role="alert">{refused.message}</p> : <Failed what="Loading areas" error={refused} retry={preview.error ? preview.retry : load} />)}
      {run?.error && <p className="medium" role="alert">{run.error}</p>}
      {preview.data?.upload?.format === 'CSV' && <p className="medium" role="alert">{file.name} is no GeoJSON. A shapefile or GeoPackage becomes GeoJSON with: ogr2ogr -t_srs EPSG:4326 out.geojson IN</p>}
      {preview.data?.upload?.format === 'GEO_JSON' && <>
        <div className="field-pair even">
          <label className="field">What the areas are<input value={kind} placeholder="Precinct" maxLength={40} list="kinds" onChange={(e) => setKind(e.target.value)} /></label>
          <datalist id="kinds">{['Precinct', 'Beat', 'District', 'Neighborhood', ...j.areaKinds.map((k) => k.label)].map((k) => <option key={k} value={k} />)}</datalist>
          {choice('Code', code, 'code')}
        </div>
        <div className="field-pair even">{choice('Name', name, 'name')}{choice('Residents', population, 'population', 'Not in the file')}</div>
        {j.areaKinds.some((k) => k.code === slug(kind)) && <p className="small second">The present boundaries of this kind are retired; incidents are joined to the new ones.</p>}
      </>}
      <div className="row wrap">
        <button type="button" className="button" onClick={onClose}>Cancel</button>
        <button type="button" className="button primary" disabled={slug(kind) === '' || !code || !name || preview.data?.upload?.format !== 'GEO_JSON'} onClick={load}>Load {plural(preview.data?.upload?.rowsLookedAt ?? 0, 'feature')}</button>
      </div>
    </div>
  );
}
