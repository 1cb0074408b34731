import { lengthAlong, metresBetween, ringArea } from '../../state/geodesy';
import { measure, metres, squareKm } from '../../state/figures';
import type { SketchTools } from './useSketch';

interface Props {
  tools: SketchTools;
  /** Areas selected so far. */
  areas: number;
  /** Above what covers the map's foot, px. */
  bottom: number;
}

/** What the tool in hand waits for, what it has so far, and how to end it. */
export function SketchHint({ tools, areas, bottom }: Props) {
  const { tool, path, fixed } = tools;
  if (tool === null) return null;
  const [a, b] = path;
  const figure = {
    circle: a && b ? `Radius ${metres(metresBetween(a, b))}, ${squareKm((Math.PI * metresBetween(a, b) ** 2) / 1e6)}` : null,
    polygon: path.length > 2 ? squareKm(ringArea(path) / 1e6) : null,
    measure: path.length > 1 ? distance(lengthAlong(path)) : null,
    areas: areas > 0 ? `${areas} selected` : null,
  }[tool];
  const words = {
    circle: fixed === 0 ? 'Click the circle’s middle.' : 'Click its rim.',
    polygon: fixed < 3 ? 'Click the corners.' : 'Click the first corner, or the last one again, to finish.',
    measure: fixed === 0 ? 'Click where to measure from.' : 'Click on; the last point again ends.',
    areas: 'Click areas to add or remove them.',
  }[tool];
  return (
    <div className="floating bottom-note sketch-hint" role="status" style={{ bottom }}>
      <p>{figure && <b className="medium">{figure} </b>}<span className="second">{words}</span></p>
      <p className="micro third no-phone">{tool === 'areas' ? 'Shift-click does the same at any time.' : tools.pointing ? 'Enter ends; Backspace takes the last point back.' : 'Enter places a point at the middle of the map; again on the same place ends.'}</p>
      <div className="actions row">
        {tool !== 'circle' && <button type="button" className="button primary" disabled={tool === 'polygon' && fixed < 3} onClick={tools.done}>Done</button>}
        {tool !== 'areas' && <button type="button" className="button" disabled={fixed === 0} onClick={tools.undo}>Undo</button>}
        <button type="button" className="button" onClick={() => tools.take(null)}>Cancel</button>
      </div>
    </div>
  );
}

/** "1.24 km", "640 m". */
export const distance = (m: number): string => (m < 1000 ? `${Math.round(m)} m` : `${m < 10_000 ? (m / 1000).toFixed(2) : measure(m / 1000)} km`);
