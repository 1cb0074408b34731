import { count } from '../state/figures';
import { linear } from './scale';

interface Props { value: number; lower: number | null; upper: number | null; /** Ends of the scale, ±. */ most: number; sure: boolean; width?: number }

/** A difference with its 80 % interval beside no change: a filled dot where the interval excludes it, else hollow and grey; a triangle points to what lies beyond the scale. */
export function DifferenceBar({ value, lower, upper, most, sure, width = 88 }: Props) {
  const x = linear(-most, most, 5, width - 5);
  const inside = (v: number) => x(Math.min(most, Math.max(-most, v)));
  // What goes on beyond the scale has no cap.
  const cap = (v: number) => (Math.abs(v) <= most ? `M${x(v)} 4.5V11.5` : '');
  const interval = lower !== null && upper !== null;
  return (
    <svg
      className={`difference-bar ${sure ? (value < 0 ? 'fall' : 'rise') : 'unsure'}`} width={width} height={16} viewBox={`0 0 ${width} 16`}
      role="img" aria-label={`${signed(value)}${interval ? `, 80 % interval ${signed(lower)} to ${signed(upper)}` : ''}${sure ? '' : ', which includes no change'}`}
    >
      <path d={`M${x(0)} 0V16`} className="zero" />
      {interval && <path d={`M${inside(lower)} 8H${inside(upper)}${cap(lower)}${cap(upper)}`} className="range" />}
      {Math.abs(value) <= most ? <circle cx={x(value)} cy={8} r={4} className="dot" /> : <path d={`M${inside(value) + (value < 0 ? -5 : 5)} 8l${value < 0 ? '' : '-'}8-4.5v9Z`} className="dot" />}
    </svg>
  );
}

/** "+4", "−12", "0": rounded, with a true minus. */
export const signed = (n: number): string => (Math.round(n) > 0 ? '+' : '') + count(Math.round(n) === 0 ? 0 : n);
