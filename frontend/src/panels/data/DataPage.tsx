import { dayInWords, toDay } from '../../state/days';
import { count, plural } from '../../state/figures';
import { sentenceCase } from '../../state/words';
import { commit } from '../../state/useView';
import { FilterBar } from '../bar/FilterBar';
import { reasonInWords } from './reasons';
import type { Jurisdiction } from '../map/useMapModel';

interface Props { jurisdictions: readonly { code: string; name: string; synthetic: boolean }[]; jurisdiction: Jurisdiction }

/** What is loaded, how good it is, and what was set aside and why. */
export function DataPage({ jurisdictions, jurisdiction: j }: Props) {
  const d = j.dataset;
  const last = d.to ? toDay(d.to) - 1 : null;
  return (
    <>
      <FilterBar {...{ jurisdictions }} jurisdiction={j} categories={[]} window={null} span={null} areas={[]} onJurisdiction={(code) => commit({ jurisdiction: code })} onCategories={() => {}} onWindow={() => {}} onArea={() => {}} />
      <main className="main page" aria-label="Data">
        <div className="page-head">
          <h1 className="title">Data</h1>
          <p className="lead second">
            <b>{count(d.incidents)} reported incidents</b>{d.from && last !== null && `, ${dayInWords(toDay(d.from))} – ${dayInWords(last)}`}
            {d.completeThrough && `; complete through ${dayInWords(toDay(d.completeThrough))}`}.
          </p>
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
        <section className="page-block">
          <h2>Offences</h2>
          <p className="caption">{plural(j.offenceCategories.length, 'category', 'categories')}; severity weighs a report in the risk score</p>
          <div className="table-scroll">
            <table>
              <thead><tr><th>Offence</th><th className="wide">Group</th><th className="wide">Code</th><th className="num">Severity</th><th className="num">Reports</th></tr></thead>
              <tbody>
                {j.offenceCategories.map((c) => (
                  <tr key={c.code}><td className="medium">{c.label}</td><td className="wide">{sentenceCase(c.group)}</td><td className="wide"><code>{c.code}</code></td><td className="num">{c.severity.toFixed(1)}</td><td className="num">{count(c.incidents)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
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
            <tbody>{q.reasons.map((r) => <tr key={r.reason}><td className="medium">{reasonInWords(r.reason)}</td><td className="num">{count(r.rows)}</td><td className="example"><code title={r.example ?? ''}>{r.example ?? '–'}</code></td></tr>)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
