import { Circle, Crosshair, Layers, Maximize, Minus, Pentagon, Plus, Ruler, SquareStack, Table2 } from 'lucide-react';
import { Popover } from '../controls/Popover';
import type { SketchTools } from './useSketch';
import type { MapControls } from '../../map/MapCanvas';

interface Props {
  controls: MapControls | null;
  right: number;
  tableOpen: boolean;
  onTable: () => void;
  /** Phones open the layers from here. */
  onLayers: (() => void) | null;
  onFit: () => void;
  sketch: SketchTools;
  /** Puts a circle at the middle of the map. */
  onCircle: () => void;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function MapTools({ controls, right, tableOpen, onTable, onLayers, onFit, sketch, onCircle }: Props) {
  return (
    <>
      <div className="tools top" style={{ right }}>
        {onLayers && <button type="button" className="icon-button" aria-label="Layers" onClick={onLayers}><Layers {...icon} /></button>}
        <button type="button" className="icon-button" aria-pressed={tableOpen} aria-label="Table of areas" title="Table of areas (T)" onClick={onTable}><Table2 {...icon} /></button>
        {controls && (
          <Popover label="Draw or select" className="icon-button" width={236} button={<Pentagon {...icon} />}>
            {(close) => {
              const choose = (act: () => void) => () => { close(); act(); };
              return (
                <>
                  <button type="button" className="menu-item" onClick={choose(() => sketch.take('polygon'))}><Pentagon {...icon} />Draw a polygon<span className="spring" /><kbd>D</kbd></button>
                  <button type="button" className="menu-item" onClick={choose(() => sketch.take('circle'))}><Circle {...icon} />Draw a circle</button>
                  <button type="button" className="menu-item" onClick={choose(onCircle)}><Crosshair {...icon} />Circle in the map’s middle</button>
                  <button type="button" className="menu-item" onClick={choose(() => sketch.take('areas'))}><SquareStack {...icon} />Select several areas</button>
                </>
              );
            }}
          </Popover>
        )}
        {controls && <button type="button" className="icon-button" aria-pressed={sketch.tool === 'measure'} aria-label="Measure a distance" title="Measure a distance (M)" onClick={() => sketch.take(sketch.tool === 'measure' ? null : 'measure')}><Ruler {...icon} /></button>}
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
