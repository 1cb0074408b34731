import { Layers, Maximize, Minus, Plus, Table2 } from 'lucide-react';
import type { MapControls } from './MapCanvas';

interface Props { controls: MapControls | null; right: number; tableOpen: boolean; onTable: () => void; /** Phones open the layers from here. */ onLayers: (() => void) | null; onFit: () => void }

export function MapTools({ controls, right, tableOpen, onTable, onLayers, onFit }: Props) {
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <>
      <div className="tools top" style={{ right }}>
        {onLayers && <button type="button" className="icon-button" aria-label="Layers" onClick={onLayers}><Layers {...icon} /></button>}
        <button type="button" className="icon-button" aria-pressed={tableOpen} aria-label="Table of areas" title="Table of areas (T)" onClick={onTable}><Table2 {...icon} /></button>
        {onLayers && <button type="button" className="icon-button" aria-label="Whole city" onClick={onFit}><Maximize {...icon} /></button>}
      </div>
      {!onLayers && controls && (
        <div className="tools" style={{ right, bottom: 12 }}>
          <button type="button" className="icon-button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => controls?.zoomBy(1)}><Plus {...icon} /></button>
          <button type="button" className="icon-button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => controls?.zoomBy(-1)}><Minus {...icon} /></button>
          <button type="button" className="icon-button" aria-label="Whole city" title="Whole city (0)" onClick={onFit}><Maximize {...icon} /></button>
        </div>
      )}
    </>
  );
}
