import type { CSSProperties } from 'react';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value with its unit. */
  format: (value: number) => string;
  /** Each movement of the handle. */
  onInput: (value: number) => void;
  /** Release of the handle, or a key. */
  onCommit?: () => void;
}

export function Slider({ label, value, min, max, step, format, onInput, onCommit }: Props) {
  const filled = { '--filled': `${(100 * (value - min)) / (max - min)}%` } as CSSProperties;
  return (
    <label className="parameter">
      <span className="key">{label}</span>
      <input
        type="range" min={min} max={max} step={step} value={value} style={filled} aria-valuetext={format(value)}
        onChange={(e) => onInput(e.target.valueAsNumber)} onPointerUp={onCommit} onKeyUp={onCommit}
      />
      <output>{format(value)}</output>
    </label>
  );
}
