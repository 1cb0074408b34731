import { TriangleAlert } from 'lucide-react';
import { ServerDown, type ApiError } from '../../api/errors';
import { Note } from './Note';

/** A block that failed while the others live on. */
export function Failed({ what, error, retry }: { what: string; error: ApiError; retry: () => void }) {
  // The banner says that the server is silent; saying it in every block would not help.
  if (error instanceof ServerDown) return null;
  const reference = error.reference ? `Reference ${error.reference}.` : '';
  return (
    <Note icon={TriangleAlert} tone="bad" title={`${what} failed`} actions={<button type="button" className="button" onClick={retry}>Try again</button>}>
      {error.code === 'INTERNAL' ? reference : `${error.message} ${reference}`}
    </Note>
  );
}
