import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { pValue } from '../../state/figures';
import type { Verdict } from '../../state/offenceMix';

const arrows = { 'Clear rise': ArrowUpRight, 'Clear fall': ArrowDownRight, 'No clear change': ArrowRight };

const briefWords = { 'Clear rise': 'Rise', 'Clear fall': 'Fall', 'No clear change': 'No' };

/** A verdict with its arrow; never coloured, since a rise of reports is not bad by itself. @param brief the answer to the column's "Clear?", where there is no room. */
export function VerdictWords({ verdict, p, brief }: { verdict: Verdict; p: number; brief?: boolean }) {
  const Arrow = arrows[verdict];
  return <span className="row nowrap" style={{ gap: 4 }} title={`Exact test of two Poisson counts, ${pValue(p)}: ${verdict.toLowerCase()}`}><Arrow size={16} strokeWidth={1.75} aria-hidden />{brief ? <><span aria-hidden style={{ alignSelf: 'baseline' }}>{briefWords[verdict]}</span><span className="unseen">{verdict}</span></> : verdict}</span>;
}
