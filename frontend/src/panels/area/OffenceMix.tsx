import { useMemo } from 'react';
import type { PlaceFigures } from '../../api/usePlaceFigures';
import { count, percentChange } from '../../state/figures';
import { offenceMix } from '../../state/offenceMix';
import { Failed } from '../states/Failed';
import { VerdictWords } from './VerdictWords';
import { AreaSection } from './AreaSection';

interface Props {
  figures: PlaceFigures['offences'];
  label: (offence: string) => string;
  /** The window compared with, in words. */
  against: string;
  /** The longest bar; the highest of these rows unless two places share a scale. */
  most?: number;
}

/** Reports by offence beside those of the other window. */
export function OffenceMix({ figures: { now, before }, label, against, most }: Props) {
  const [a, b] = [now.data?.jurisdiction?.counts, before.data?.jurisdiction?.counts];
  const rows = useMemo(() => (a && b ? offenceMix(a, b) : []), [a, b]);
  const top = most ?? Math.max(1, ...rows.map((r) => r.now));
  return (
    <AreaSection label="Offences">
      <h3>Offences <span className="sub">this window, and {against}</span></h3>
      {now.error && <Failed what="Offences" error={now.error} retry={now.retry} />}
      {a && b && rows.length === 0 && <p className="small second">Nothing was reported here in either window.</p>}
      {rows.length > 0 && (
        <div className={now.stale || before.stale ? 'dim' : undefined}>
          <table className="mix">
            <thead><tr><th>Offence</th><th className="num">Now</th><th className="num">Then</th><th className="num">Change</th><th>Clear?</th></tr></thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.code}>
                  <td><span className="mix-name" title={label(r.code)}>{label(r.code)}</span><i className="mix-bar" style={{ width: `${(100 * r.now) / top}%` }} /></td>
                  <td className="num medium">{count(r.now)}</td>
                  <td className="num second">{count(r.before)}</td>
                  <td className="num nowrap">{percentChange(r.now, r.before)}</td>
                  <td><VerdictWords verdict={r.verdict} p={r.p} brief /></td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="micro third" style={{ marginTop: 4 }}>Clear: exact test, held to a false discovery rate of 5{'\u202f'}% over these rows</p>
        </div>
      )}
    </AreaSection>
  );
}
