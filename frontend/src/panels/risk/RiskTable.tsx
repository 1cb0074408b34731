import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { memo } from 'react';
import type { RiskScore } from '../../api/useRiskRanking';
import { IntervalBar } from '../../charts/IntervalBar';
import { StackedBar } from '../../charts/StackedBar';
import { labelName } from '../../layers/areaFeatures';
import { bandName, bandToken, bands, certaintyOf } from '../../layers/risk';
import { count } from '../../state/figures';
import { componentNames, componentTokens, trendName } from './components';
import type { Ranked } from './ranked';

const arrows = { RISING: ArrowUpRight, STEADY: ArrowRight, FALLING: ArrowDownRight };

/** Ranks of the same areas under another question. */
export interface Comparison { head: string; title: string; ranks: ReadonlyMap<string, number> }

interface Props {
  rows: readonly Ranked[];
  /** What the server draws: intervals, rank ranges, trends. */
  drawn: ReadonlyMap<string, RiskScore>;
  /** The draws belong to other weights; new ones are on their way. */
  stale: boolean;
  /** Rankings to compare with, each with its head and what it is. */
  compared: readonly Comparison[];
  names: ReadonlyMap<string, string>;
  level: number;
  selected: string | null;
  expectedHead: string;
  onSelect: (code: string) => void;
}

/** All areas by rank, each with its range, its interval and the parts that add up to its score. */
export const RiskTable = memo(function RiskTable({ rows, drawn, stale, compared, names, level, selected, expectedHead, onSelect }: Props) {
  // Two rankings beside this one take the room of the parts, which the block of the selected area shows anyway.
  const parts = compared.length < 2;
  return (
    <table className="risk-table">
      <thead>
        <tr>
          <th className="num">Rank</th><th className="num wide" title="In 80 % of draws">Range</th>{compared.map((c) => <th key={c.head} className="num wide" title={`Places gained against the ranking ${c.title}`}>{c.head}</th>)}<th>Area</th>
          <th className="num">Score</th><th className="wide">Interval, {level} %</th><th>Band</th><th className="wide">Trend</th><th className="num wide">{expectedHead}</th>{parts && <th className="wide" title="Components that add up to the score">Parts</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => <Row key={r.code} row={r} drawn={drawn.get(r.code)} {...{ stale, level, onSelect }} compared={compared} name={names.get(r.code) ?? r.code} selected={r.code === selected} />)}
      </tbody>
    </table>
  );
});

interface RowProps { row: Ranked; drawn: RiskScore | undefined; stale: boolean; compared: readonly Comparison[]; name: string; level: number; selected: boolean; onSelect: (code: string) => void }

function Row({ row: r, drawn: d, stale, compared, name, level, selected, onSelect }: RowProps) {
  const Arrow = d ? arrows[d.trend] : ArrowRight;
  const label = labelName(name);
  const late = stale ? 'dim' : '';
  return (
    <tr className={selected ? 'selected' : undefined} onClick={() => onSelect(r.code)}>
      <td className="num medium">{r.rank}</td>
      <td className={`num second wide nowrap ${late}`}>{d ? (d.rankLower === d.rankUpper ? d.rankLower : `${d.rankLower}–${d.rankUpper}`) : '–'}</td>
      {compared.map((c) => {
        const was = c.ranks.get(r.code);
        return <td key={c.head} className="num nowrap wide" title={was === undefined ? undefined : `Rank ${was} ${c.title}`}>{was === undefined ? '–' : moved(was - r.rank)}</td>;
      })}
      <th scope="row"><button type="button" className="text-button" aria-pressed={selected} onClick={(e) => { e.stopPropagation(); onSelect(r.code); }} title={name === label ? undefined : name}>{label}</button></th>
      <td className="num medium">{count(r.score)}</td>
      <td className={`wide ${late}`}><IntervalBar score={r.score} lower={d && !stale ? d.lower : null} upper={d && !stale ? d.upper : null} level={level} /></td>
      <td className="nowrap"><BandMark band={r.band} sure={d ? certaintyOf(d.bandProbability) : 'sure'} />{bandName(r.band)}</td>
      <td className="nowrap wide" title={d && trendName[d.trend]}>{d && <span className="row" style={{ gap: 4 }}><Arrow size={14} strokeWidth={1.75} aria-hidden /><span className={compared.length > 0 ? 'unseen' : undefined}>{trendName[d.trend]}</span></span>}</td>
      <td className="num wide">{d ? count(d.expectedIncidents) : '–'}</td>
      {compared.length < 2 && <td className="wide parts"><StackedBar parts={r.parts.map((p) => ({ name: componentNames[p.name] ?? p.name, points: p.contribution, token: componentTokens[p.name] ?? 'c-bar' }))} title={r.parts.map((p) => `${componentNames[p.name] ?? p.name} ${p.contribution.toFixed(1)}`).join(', ')} /></td>}
    </tr>
  );
}

/** "+2": places gained towards the top. */
const moved = (by: number): string => (by === 0 ? '–' : by > 0 ? `+${by}` : `−${-by}`);

/** The band's colour, hatched like the map where the draws do not hold it. */
export function BandMark({ band, sure }: { band: Ranked['band']; sure: ReturnType<typeof certaintyOf> }) {
  const strong = bands.indexOf(band) >= 3;
  const hatch = sure === 'sure' ? undefined : `repeating-linear-gradient(135deg, var(${strong ? '--hatch-inv' : '--hatch'}) 0 1px, transparent 1px ${sure === 'poor' ? 3 : 5}px)`;
  return <i className="band-mark" title={sure === 'sure' ? 'held in at least 80 % of draws' : sure === 'fair' ? 'held in 50–80 % of draws' : 'held in fewer than half of the draws'} style={{ backgroundColor: `var(--${bandToken(band)})`, backgroundImage: hatch }} />;
}
