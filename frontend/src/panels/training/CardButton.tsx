import { useState } from 'react';
import { TrainingDialog } from './TrainingDialog';

/** Opens a run's training and model card. */
export function CardButton({ run, label = 'Model card', areaName }: { run: string; label?: string; areaName?: (code: string) => string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="text-button small" aria-haspopup="dialog" onClick={() => setOpen(true)}>{label}</button>
      {open && <TrainingDialog id={run} areaName={areaName} onClose={() => setOpen(false)} />}
    </>
  );
}
