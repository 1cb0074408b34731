import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { pValue } from '../../state/figures';
import type { Verdict } from '../../state/offenceMix';

const arrows = { 'Clear rise': ArrowUpRight, 'Clear fall': ArrowDownRight, 'No clear change': ArrowRight };

/** A verdict with its arrow; never coloured, since a rise of reports is not bad by itself. @param brief "Clear", or the arrow alone, where there is no room. */
export function VerdictWords({ verdict, p, brief }: { verdict: Verdict; p: number; brief?: boolean }) {
  const Arrow = arrows[verdict];
  const clear = verdict !== 'No clear change';
  return <span className="row nowrap" style={{ gap: 4 }} title={`Exact test of two Poisson counts, ${pValue(p)}: ${verdict.toLowerCase()}`}><Arrow size={16} strokeWidth={1.75} aria-hidden />{brief ? <>{clear && 'Clear'}<span className="unseen">{clear ? verdict.slice(5) : verdict}</span></> : verdict}</span>;
}
