import { CircleStop, TriangleAlert } from 'lucide-react';
import { ServerDown, Stopped, type ApiError } from '../../api/errors';
import { Note } from './Note';

/** A block that failed while the others live on. */
export function Failed({ what, error, retry }: { what: string; error: ApiError; retry: () => void }) {
  // The banner says that the server is silent; saying it in every block would not help.
  if (error instanceof ServerDown) return null;
  const again = <button type="button" className="button" onClick={retry}>Try again</button>;
  if (error instanceof Stopped) return <Note icon={CircleStop} title={`${what} stopped`} actions={again} />;
  const reference = error.reference ? `Reference ${error.reference}.` : '';
  return (
    <Note icon={TriangleAlert} tone="bad" title={`${what} failed`} actions={again}>
      {error.code === 'INTERNAL' ? reference : `${error.message} ${reference}`}
    </Note>
  );
}
