import type { Preview } from '../../state/importMapping';

/** The file's first 20 rows as they stand. */
export const FirstRows = ({ preview }: { preview: Preview }) => (
  <section className="page-block" aria-label="First rows">
    <h2>First rows</h2>
    {/* Scrolls sideways, so that the keyboard must reach it. */}
    <div className="table-scroll first-rows" tabIndex={0} role="group" aria-label="First rows of the file">
      <table>
        <thead><tr>{preview.columns.map((c) => <th key={c.name}>{c.name}</th>)}</tr></thead>
        <tbody>{preview.rows.map((r, i) => <tr key={i}>{r.map((value, k) => <td key={k}><code title={value}>{value.length > 60 ? `${value.slice(0, 60)}…` : value}</code></td>)}</tr>)}</tbody>
      </table>
    </div>
  </section>
);
