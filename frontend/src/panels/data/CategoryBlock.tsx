import { Download, Pencil } from 'lucide-react';
import { useState } from 'react';
import { request } from '../../api/client';
import type { ApiError } from '../../api/errors';
import { SetCategoriesDocument } from '../../api/generated';
import { changedCategories, wrongCategory, type CategoryDraft } from '../../state/categoryDraft';
import { count, plural } from '../../state/figures';
import { sentenceCase } from '../../state/words';
import type { Jurisdiction } from '../map/useMapModel';
import { Failed } from '../states/Failed';

interface Props { jurisdiction: Jurisdiction; onChanged: () => void }

/** The category map: labels, groups and severity weights, looked at or edited. */
export function CategoryBlock({ jurisdiction: j, onChanged }: Props) {
  const [drafts, setDrafts] = useState<Record<string, CategoryDraft> | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState('');
  const edit = () => { setSaid(''); setDrafts(Object.fromEntries(j.offenceCategories.map((c) => [c.code, { label: c.label, group: c.group, severity: String(c.severity) }]))); };
  const changed = drafts ? changedCategories(j.offenceCategories, drafts) : [];
  const wrong = drafts ? j.offenceCategories.flatMap((c) => { const words = wrongCategory(drafts[c.code]!); return words ? [`${c.label}: ${words}`] : []; }) : [];
  const save = () => {
    setSaving(true);
    setError(null);
    request(SetCategoriesDocument, { jurisdiction: j.code, categories: changed }).then(
      (d) => {
        setSaving(false);
        setDrafts(null);
        setSaid(`${plural(d.setCategories.changed, 'category', 'categories')} changed; the data version is now ${d.setCategories.dataVersion}.`);
        onChanged();
      },
      (reason: ApiError) => { setSaving(false); setError(reason); },
    );
  };
  const set = (code: string, patch: Partial<CategoryDraft>) => setDrafts((d) => d && { ...d, [code]: { ...d[code]!, ...patch } });
  return (
    <section className="page-block" aria-label="Offences">
      <div className="row wrap" style={{ marginBottom: 4 }}>
        <h2 className="strong">Offences</h2>
        <span className="spring" />
        {!drafts && <a className="button" href={`/categories/${j.code}.csv`} download><Download size={16} strokeWidth={1.75} aria-hidden />CSV</a>}
        {drafts
          ? <>
              <button type="button" className="button" disabled={saving} onClick={() => setDrafts(null)}>Cancel</button>
              <button type="button" className="button primary" disabled={saving || wrong.length > 0 || changed.length === 0} onClick={save}>Save {changed.length > 0 && plural(changed.length, 'change')}</button>
            </>
          : <button type="button" className="button" onClick={edit}><Pencil size={16} strokeWidth={1.75} aria-hidden />Edit</button>}
      </div>
      <p className="caption">{plural(j.offenceCategories.length, 'category', 'categories')}; severity weighs a report in the risk score. {drafts && 'What you set stays when files are imported later.'}</p>
      {said && <p className="small second" role="status">{said}</p>}
      {wrong.length > 0 && <div className="small wrong" role="alert"><ul>{wrong.map((w) => <li key={w}>{w}</li>)}</ul></div>}
      {error && <Failed what="Saving" error={error} retry={save} />}
      <div className="table-scroll">
        <table className={drafts ? 'category-edit' : undefined}>
          <thead><tr><th>Offence</th><th className={drafts ? undefined : 'wide'}>Group</th><th className="wide">Code</th><th className="num">Severity</th><th className="num">Reports</th></tr></thead>
          <tbody>
            {j.offenceCategories.map((c) => {
              const d = drafts?.[c.code];
              return (
                <tr key={c.code}>
                  <td className="medium">{d ? <input aria-label={`Label of ${c.code}`} value={d.label} maxLength={80} onChange={(e) => set(c.code, { label: e.target.value })} /> : c.label}</td>
                  <td className={drafts ? undefined : 'wide'}>{d ? <input aria-label={`Group of ${c.code}`} value={d.group} list="groups" maxLength={40} onChange={(e) => set(c.code, { group: e.target.value })} /> : sentenceCase(c.group)}</td>
                  <td className="wide"><code>{c.code}</code></td>
                  <td className="num">{d ? <input className="narrow" inputMode="decimal" aria-label={`Severity of ${c.code}`} value={d.severity} onChange={(e) => set(c.code, { severity: e.target.value })} /> : c.severity.toFixed(1)}</td>
                  <td className="num">{count(c.incidents)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <datalist id="groups">{[...new Set(j.offenceCategories.map((c) => c.group))].map((g) => <option key={g} value={g} />)}</datalist>
    </section>
  );
}
