import type { EmergingPattern } from '../../api/generated';
import type { EmergingData } from '../../api/useLayers';
import { markFor, patternCode, patterns, patternToken, sides } from '../../layers/emerging';
import { marks, markToken, type Mark } from '../../layers/marks';
import type { Palette } from '../../layers/palette';
import { dayInWords, toDay } from '../../state/days';
import { count } from '../../state/figures';
import { sentenceCase } from '../../state/words';

interface Props { layer: EmergingData; palette: Palette; single: EmergingPattern | null; onSingle: (pattern: EmergingPattern | null) => void; brief?: boolean }

/** The seventeen patterns with their cells; pointing at a row singles its cells out on the map. */
export function EmergingLegend({ layer, palette, single, onSingle, brief }: Props) {
  const cells = new Map(layer.patterns.map((p) => [p.pattern, p.cells]));
  const period = `${layer.steps} steps of four weeks to ${dayInWords(toDay(layer.to) - 1)}`;
  const shown = brief ? patterns.filter((p) => sides.some((s) => (cells.get(patternCode(p, s)) ?? 0) > 0)) : patterns;
  return (
    <div>
      <p className="small second">Pattern of reported incidents, {period}</p>
      <table className="patterns" onPointerLeave={() => onSingle(null)}>
        <thead><tr><th><span className="unseen">Pattern</span></th><th>Hot</th><th>Cold</th></tr></thead>
        <tbody>
          {shown.map((pattern) => (
            <tr key={pattern}>
              <th scope="row">{sentenceCase(pattern)}</th>
              {sides.map((side) => {
                const code = patternCode(pattern, side);
                const one = `${pattern} ${side} cells: ${count(cells.get(code) ?? 0)}`;
                return (
                  <td key={side}>
                    <button type="button" className="pattern" aria-pressed={single === code} aria-label={one} title={one} onPointerEnter={() => onSingle(code)} onFocus={() => onSingle(code)} onBlur={() => onSingle(null)}>
                      <Swatch fill={palette(patternToken(pattern, side))} mark={markFor(pattern)} /><span>{count(cells.get(code) ?? 0)}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {!brief && <p className="micro third" style={{ marginTop: 4 }}>No pattern: {count(cells.get('NONE') ?? 0)} cells, not drawn. Marks show where cells are large enough.</p>}
    </div>
  );
}

function Swatch({ fill, mark }: { fill: string; mark: Mark | null }) {
  const ink = `var(--${markToken(fill)})`;
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden>
      <rect width={16} height={16} rx={3} fill={fill} />
      {mark && <path d={marks[mark]} fill={mark === 'dot' ? ink : 'none'} stroke={ink} strokeWidth={mark === 'dots' ? 2.6 : 1.8} strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
}
