import { useEffect, useRef, type ReactNode } from 'react';
import { TrainingView } from './TrainingView';

interface Props { title: string; children: ReactNode; onClose: () => void }

/** The frame of all that is said about trainings. */
export function TrainingFrame({ title, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog training-dialog" aria-label={title} onClose={onClose} onClick={(e) => e.target === dialog.current && dialog.current.close()} onKeyDown={(e) => e.stopPropagation()}>
      <div className="row"><h2 className="title">{title}</h2><span className="spring" /><button type="button" className="button" onClick={() => dialog.current?.close()}>Close</button></div>
      {children}
    </dialog>
  );
}

/** One run's training and model card. */
export const TrainingDialog = ({ id, areaName = (code) => code, onClose }: { id: string; areaName?: (code: string) => string; onClose: () => void }) => (
  <TrainingFrame title={`Run ${id.slice(0, 8)}`} onClose={onClose}><TrainingView {...{ id, areaName }} /></TrainingFrame>
);
