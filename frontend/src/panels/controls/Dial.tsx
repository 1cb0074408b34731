import type { CSSProperties } from 'react';
import { NumberField } from './NumberField';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  unit?: string;
  /** Ends of the slider, where the field's range is wider than a hand can use. */
  from?: number;
  to?: number;
  onChange: (value: number) => void;
}

/** A number to type or to slide. */
export function Dial({ label, value, min, max, step, unit, from = min, to = max, onChange }: Props) {
  const [low, high] = [Math.min(from, value), Math.max(to, value)];
  const filled = { '--filled': `${high > low ? (100 * (value - low)) / (high - low) : 0}%` } as CSSProperties;
  return (
    <div className="dial">
      <NumberField {...{ label, value, min, max, step, unit, onChange }} />
      <input type="range" aria-label={`${label}, slider`} min={low} max={high} step={step} value={value} style={filled} onChange={(e) => onChange(e.target.valueAsNumber)} />
    </div>
  );
}
