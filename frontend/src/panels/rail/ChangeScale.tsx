import { count } from '../../state/figures';
import { changeTokens } from '../../state/movers';

interface Props {
  /** Borders of the three classes, upwards. */
  borders: readonly number[];
  /** Areas whose interval includes no change. */
  unsure: number;
  areas: number;
}

const tick = (b: number): string => (Number.isInteger(b) ? count(b) : b.toFixed(1));

/** The seven classes of a forecast's change with their borders, and what hatching means. */
export function ChangeScale({ borders, unsure, areas }: Props) {
  const ticks = [...borders.map((b) => `−${tick(b)}`).reverse(), ...borders.map((b) => `+${tick(b)}`)];
  return (
    <>
      <div className="steps" style={{ marginTop: 6 }}>{changeTokens.map((t) => <i key={t} style={{ background: `var(--${t})` }} />)}</div>
      <div className="border-ticks micro second">{ticks.map((t, i) => <span key={t} style={{ left: `${(100 * (i + 1)) / 7}%`, transform: 'translateX(-50%)' }}>{t}</span>)}</div>
      <p className="row small second" style={{ gap: 6, marginTop: 4 }}>
        <svg width={24} height={14} aria-hidden>
          <pattern id="change-swatch" width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="var(--hatch)" strokeWidth={1.3} /></pattern>
          <rect width={24} height={14} rx={2} fill="var(--chg-0)" /><rect width={24} height={14} rx={2} fill="url(#change-swatch)" />
        </svg>
        80{'\u202f'}% interval includes no change: {count(unsure)} of {count(areas)} areas
      </p>
    </>
  );
}
