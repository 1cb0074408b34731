import { useState } from 'react';
import type { ForecastModel } from '../../api/generated';
import { JurisdictionDocument } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { TrainDialog } from './TrainDialog';

interface Props { jurisdiction: string; kind: string | null; model?: ForecastModel | null; className?: string; label?: string; areaName?: (code: string) => string }

/** Opens the dialog that trains. */
export function TrainButton({ jurisdiction, kind, model, className = 'button', label = 'Train a forecast', areaName }: Props) {
  const [open, setOpen] = useState(false);
  const detail = useQuery(JurisdictionDocument, open ? { code: jurisdiction } : null).data?.jurisdiction;
  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" onClick={() => setOpen(true)}>{label}</button>
      {open && detail && <TrainDialog jurisdiction={detail} {...{ kind, model, areaName }} onClose={() => setOpen(false)} />}
    </>
  );
}
