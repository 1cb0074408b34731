import { FileUp } from 'lucide-react';
import { ImportsDocument } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { dayInWords, toDay } from '../../state/days';
import { count, plural } from '../../state/figures';
import { commit } from '../../state/useView';
import { FilterBar } from '../bar/FilterBar';
import { AreasBlock } from './AreasBlock';
import { CategoryBlock } from './CategoryBlock';
import { ImportsList } from './ImportsList';
import { reasonInWords } from './reasons';
import type { Jurisdiction } from '../map/useMapModel';

interface Props {
  jurisdictions: readonly { code: string; name: string; synthetic: boolean }[];
  jurisdiction: Jurisdiction;
  /** After data changed. */
  onChanged: () => void;
}

/** How often imports are asked for while one is under way. */
const pollMs = 2000;

/** What is loaded, how good it is, and what was set aside and why. */
export function DataPage({ jurisdictions, jurisdiction: j, onChanged }: Props) {
  const imports = useQuery(ImportsDocument, { jurisdiction: j.code, first: 50 }, { everyMs: (d) => (d.imports[0]?.state === 'running' ? pollMs : undefined) });
  const changed = () => { onChanged(); imports.retry(); };
  const d = j.dataset;
  const last = d.to ? toDay(d.to) - 1 : null;
  return (
    <>
      <FilterBar {...{ jurisdictions }} jurisdiction={j} categories={[]} window={null} span={null} areas={[]} onJurisdiction={(code) => commit({ jurisdiction: code })} onCategories={() => {}} onWindow={() => {}} onArea={() => {}} />
      <main className="main page" aria-label="Data">
        <div className="page-head head-actions">
          <div>
            <h1 className="title">Data</h1>
            <p className="lead second">
              <b>{count(d.incidents)} reported incidents</b>{d.from && last !== null && `, ${dayInWords(toDay(d.from))} – ${dayInWords(last)}`}
              {d.completeThrough && `; complete through ${dayInWords(toDay(d.completeThrough))}`}.
            </p>
          </div>
          <div className="actions"><button type="button" className="button primary" onClick={() => commit({ importing: 'new' })}><FileUp size={16} strokeWidth={1.75} aria-hidden />Import a file</button></div>
        </div>
        <div className="page-columns">
          <section className="page-block">
            <h2>Version</h2>
            <dl className="facts">
              <dt>Data version</dt><dd><code>{d.version}</code></dd>
              <dt>Imported</dt><dd>{d.importedAt ? new Date(d.importedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }) : '–'}</dd>
              <dt>With a position</dt><dd>{count(d.located)} of {count(d.incidents)}</dd>
              <dt>Time zone</dt><dd>{j.timeZone}</dd>
              <dt>Distances computed in</dt><dd>{j.analysisCrs}</dd>
              <dt>Areas</dt><dd>{j.areaKinds.map((k) => `${k.label} (${count(k.areas)})`).join(', ') || '–'}</dd>
            </dl>
            <p className="small third" style={{ marginTop: 8 }}>One count is one published row. {j.synthetic && 'These data are made up.'}</p>
          </section>
          {d.quality && <Quality quality={d.quality} />}
        </div>
        <ImportsList imports={imports.data?.imports ?? []} onChanged={changed} />
        <CategoryBlock key={j.code} jurisdiction={j} onChanged={changed} />
        <AreasBlock key={`areas ${j.code}`} jurisdiction={j} onChanged={changed} />
      </main>
    </>
  );
}

function Quality({ quality: q }: { quality: NonNullable<Jurisdiction['dataset']['quality']> }) {
  return (
    <section className="page-block">
      <h2>{plural(q.quarantined, 'row')} set aside</h2>
      <p className="caption">Nothing is thrown away: rows set aside can be corrected and imported again.</p>
      <dl className="facts">
        <dt>Rows read</dt><dd>{count(q.rows)}</dd>
        <dt>Accepted</dt><dd>{count(q.accepted)}</dd>
        <dt>Set aside</dt><dd>{count(q.quarantined)}</dd>
        <dt>Already stored</dt><dd>{count(q.duplicates)}</dd>
        <dt>Accepted without a position</dt><dd>{count(q.unlocated)}, counted, not drawn</dd>
      </dl>
      {q.reasons.length > 0 && (
        <div className="table-scroll">
          <table style={{ marginTop: 12 }}>
            <thead><tr><th>Reason</th><th className="num">Rows</th><th>Example</th></tr></thead>
            <tbody>{q.reasons.map((r) => <tr key={r.reason}><td className="medium file-name">{reasonInWords(r.reason)}</td><td className="num">{count(r.rows)}</td><td className="example"><code title={r.example ?? ''}>{r.example ?? '–'}</code></td></tr>)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
