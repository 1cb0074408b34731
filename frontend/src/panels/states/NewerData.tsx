import { Clock } from 'lucide-react';
import { useState } from 'react';
import { DataVersionDocument } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { count } from '../../state/figures';

const everyMs = 30_000;

interface Props { code: string; shown: { version: string; incidents: number } }

/** Says when newer data are there than the view shows; the user chooses when to change. */
export function NewerData({ code, shown }: Props) {
  const [kept, setKept] = useState('');
  const { data } = useQuery(DataVersionDocument, { code }, { everyMs: () => everyMs });
  const newest = data?.jurisdiction?.dataset;
  if (!newest || newest.version === shown.version || newest.version === kept) return null;
  const more = newest.incidents - shown.incidents;
  return (
    <div className="banner calm" role="status">
      <Clock size={16} strokeWidth={1.75} aria-hidden />
      <span><b className="medium">Newer data{more > 0 && `: ${count(more)} more incidents`}</b> <span className="second">This view still shows version {shown.version.slice(0, 8)}.</span></span>
      <span className="spring" />
      {/* The view is in the address, so loading it again loses nothing. */}
      <button type="button" className="button primary" onClick={() => location.reload()}>Show version {newest.version.slice(0, 8)}</button>
      <button type="button" className="button" onClick={() => setKept(newest.version)}>Keep</button>
    </div>
  );
}
