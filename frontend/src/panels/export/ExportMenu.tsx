import { Download } from 'lucide-react';
import { useState } from 'react';
import { absolute } from '../../api/client';
import { Popover } from '../controls/Popover';
import { download } from '../download';

export interface ExportFile { name: string; url: string }

interface Props {
  /** Makes the picture of the map; null while there is no map. */
  picture: ((format: 'png' | 'svg') => Promise<Blob>) | null;
  /** Name of the picture without its ending. */
  fileName: string;
  /** Files of the layers that are on, by layer. */
  layers: readonly { name: string; files: readonly ExportFile[] }[];
}

/** All that can be taken away from the map. */
export function ExportMenu({ picture, fileName, layers }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = async (format: 'png' | 'svg') => {
    setState('busy');
    try {
      download(`${fileName}.${format}`, await picture!(format));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <Popover label="Export" className="icon-button" width={280} button={<Download size={16} strokeWidth={1.75} aria-hidden />}>
      {() => (
        <>
          <p className="small third" style={{ padding: '0 8px 4px' }}>Map with legend, scale and source</p>
          <button type="button" className="menu-item" disabled={!picture || state === 'busy'} onClick={() => void save('png')}>Picture (PNG, twice as fine)</button>
          <button type="button" className="menu-item" disabled={!picture || state === 'busy'} onClick={() => void save('svg')}>Page (SVG, texts stay texts)</button>
          <p className="small third" style={{ padding: '2px 8px' }} role="status">{state === 'busy' ? 'Drawing the map' : state === 'failed' ? 'The picture could not be made. Close other programs that draw, and try again.' : ''}</p>
          {layers.map((l) => (
            <div key={l.name}>
              <p className="small third" style={{ padding: '6px 8px 2px' }}>{l.name}</p>
              {l.files.map((f) => <a key={f.name} className="menu-item" href={absolute(f.url)} download>{f.name}</a>)}
            </div>
          ))}
        </>
      )}
    </Popover>
  );
}
