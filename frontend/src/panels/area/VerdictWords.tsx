import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { pValue } from '../../state/figures';
import type { Verdict } from '../../state/offenceMix';

const arrows = { 'Clear rise': ArrowUpRight, 'Clear fall': ArrowDownRight, 'No clear change': ArrowRight };

/** A verdict with its arrow; never coloured, since a rise of reports is not bad by itself. */
export function VerdictWords({ verdict, p, brief }: { verdict: Verdict; p: number; brief?: boolean }) {
  const Arrow = arrows[verdict];
  const words = brief ? { 'Clear rise': 'Clear', 'Clear fall': 'Clear', 'No clear change': 'Not clear' }[verdict] : verdict;
  return <span className="row nowrap" style={{ gap: 4 }} title={`Exact test of two Poisson counts, ${pValue(p)}: ${verdict.toLowerCase()}`}><Arrow size={16} strokeWidth={1.75} aria-hidden />{words}</span>;
}
