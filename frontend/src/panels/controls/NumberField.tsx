import { useId, useState } from 'react';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** Stands behind the field: "min". */
  unit?: string;
  /** The label is for the ear only. */
  bare?: boolean;
  onChange: (value: number) => void;
}

/** A number that takes effect as it is typed; what is out of range is said, and not used. */
export function NumberField({ label, value, min, max, step = 1, unit, bare, onChange }: Props) {
  const id = useId();
  // What is being typed may be half a number; null = nothing is.
  const [draft, setDraft] = useState<string | null>(null);
  const number = draft === null || draft.trim() === '' ? NaN : Number(draft);
  const usable = (n: number) => n >= min && n <= max && (step < 1 || Number.isInteger(n));
  const wrong = draft !== null && !usable(number);
  return (
    <div className="number-field">
      <label htmlFor={id} className={bare ? 'unseen' : undefined}>{label}</label>
      <input
        id={id} type="number" inputMode="decimal" min={min} max={max} step={step} value={draft ?? String(value)} aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(e) => {
          setDraft(e.target.value);
          const n = e.target.value.trim() === '' ? NaN : Number(e.target.value);
          if (usable(n)) onChange(n);
        }}
        onBlur={() => setDraft(null)}
      />
      {unit && <span className="second">{unit}</span>}
      {wrong && <p id={`${id}-wrong`} className="small wrong" role="alert">{label}: {min}–{max}{step >= 1 && ', whole'}</p>}
    </div>
  );
}
