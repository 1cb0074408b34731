import { Check, TriangleAlert } from 'lucide-react';
import type { ImportTrialQuery } from '../../api/generated';
import { columnNote } from '../../state/columnNote';
import type { Preview, Role, Use } from '../../state/importMapping';

const roles: readonly { value: Role; label: string }[] = [
  { value: 'OCCURRED', label: 'Occurred' }, { value: 'TIME', label: 'Time of day' }, { value: 'TO', label: 'Ended' }, { value: 'REPORTED', label: 'Reported' },
  { value: 'CATEGORY', label: 'Offence' }, { value: 'X', label: 'Longitude or x' }, { value: 'Y', label: 'Latitude or y' },
  { value: 'ID', label: 'Source id' }, { value: 'NUMBER', label: 'Incident number' }, { value: 'KEEP', label: 'Kept as it is' },
];

interface Props {
  preview: Preview;
  uses: Readonly<Record<string, Use>>;
  /** Kinds of areas of the jurisdiction. */
  kinds: readonly { code: string; label: string }[];
  trial: ImportTrialQuery['importTrial'] | undefined;
  onUse: (column: string, use: Use) => void;
}

/** What each column of the file holds, as guessed and as corrected. */
export function ColumnTable({ preview, uses, kinds, trial, onUse }: Props) {
  const areas = [...kinds, ...Object.values(uses).flatMap((u) => (u.role === 'AREA' && u.kind && !kinds.some((k) => k.code === u.kind) ? [{ code: u.kind, label: u.kind }] : []))];
  // What was guessed stands first; the order stays while uses are corrected.
  const ordered = [...preview.columns.filter((c) => c.role), ...preview.columns.filter((c) => !c.role)];
  const choose = (column: string, value: string) => {
    if (value.startsWith('AREA:')) onUse(column, { role: 'AREA', kind: value.slice(5) });
    else onUse(column, { role: value === '' ? null : (value as Role) });
  };
  return (
    <div className="table-scroll column-table">
      <table>
        <thead><tr><th>In the file</th><th className="wide">Example</th><th>Used as</th><th className="wide">In the first rows</th></tr></thead>
        <tbody>
          {ordered.map((c) => {
            const use = uses[c.name] ?? { role: null };
            const note = columnNote(use.role, c, trial);
            return (
              <tr key={c.name}>
                <td className="medium name">{c.name || <span className="third">(no name)</span>}<code className="only-phone third">{(c.examples[0] ?? '–').slice(0, 22)}</code></td>
                <td className="wide example"><code title={c.examples.join('\n')}>{c.examples[0] ?? '–'}</code></td>
                <td>
                  <select className="boxed" aria-label={`${c.name} is used as`} value={use.role === 'AREA' ? `AREA:${use.kind ?? ''}` : (use.role ?? '')} onChange={(e) => choose(c.name, e.target.value)}>
                    <option value="">Not used</option>
                    {roles.map((r) => <option key={r.value} value={r.value!}>{r.label}</option>)}
                    {[...new Map(areas.map((k) => [k.code, k.label])).entries()].map(([code, label]) => <option key={code} value={`AREA:${code}`}>Area code: {label.toLowerCase()}</option>)}
                  </select>
                </td>
                <td className="wide small">
                  {note && <span className={`row column-note ${note.warn ? 'warn' : 'third'}`}>{note.warn ? <TriangleAlert size={14} aria-hidden /> : use.role && <Check size={14} aria-hidden />}{note.words}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
