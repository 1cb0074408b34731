import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Popover } from '../panels/controls/Popover';

interface Props { title: string; onTable: () => void; save: { csv: () => void; svg: () => void; png: () => Promise<void> } }

/** The table and the files of a chart. */
export function ChartMenu({ title, onTable, save }: Props) {
  const [failed, setFailed] = useState(false);
  return (
    <Popover label={`Table and files: ${title}`} className="icon-button chart-menu" button={<Ellipsis size={16} strokeWidth={1.75} aria-hidden />} width={168}>
      {(close) => {
        const then = (act: () => void) => () => { close(); act(); };
        return (
          <>
            <button type="button" className="menu-item" onClick={then(onTable)}>Table<span className="spring" /><kbd>T</kbd></button>
            <button type="button" className="menu-item" onClick={then(save.csv)}>CSV</button>
            <button type="button" className="menu-item" onClick={then(save.svg)}>SVG picture</button>
            <button type="button" className="menu-item" onClick={() => { setFailed(false); save.png().then(close, () => setFailed(true)); }}>PNG picture</button>
            {failed && <p className="small wrong" role="alert">This browser could not draw the picture; SVG works without it.</p>}
          </>
        );
      }}
    </Popover>
  );
}
