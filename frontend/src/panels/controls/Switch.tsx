interface Props { label: string; on: boolean; onChange: (on: boolean) => void }

export const Switch = ({ label, on, onChange }: Props) => (
  <button type="button" role="switch" className="switch" aria-checked={on} aria-label={label} onClick={() => onChange(!on)} />
);
