import { Database } from 'lucide-react';
import { Note } from './Note';

/** Nothing is loaded yet: how to load something. */
export const FirstUse = ({ retry }: { retry: () => void }) => (
  <div className="centre">
    <div className="floating" style={{ position: 'static', maxWidth: 520 }}>
      <Note
        icon={Database} title="Start with data"
        actions={<button type="button" className="button primary" onClick={retry}>Look again</button>}
      >
        <p>Import a CSV or GeoJSON file, or load the made-up sample city. In the folder of the product:</p>
        <div className="commands">
          <code>./geocrime sample --load</code>
          <code>./geocrime import FILE --jurisdiction CODE --source PROFILE</code>
        </div>
      </Note>
    </div>
  </div>
);
