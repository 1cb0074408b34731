import { useMemo, useState } from 'react';
import { nothing, type Drawing } from '../../layers/drawing';
import type { Palette } from '../../layers/palette';
import { sketch } from '../../layers/sketch';
import type { Hits } from '../../map/hits';
import { circleRing, metresBetween, type LonLat } from '../../state/geodesy';
import { mostCorners, outlineOf, radiusRange, type Shape } from '../../state/shape';
import type { View } from '../../state/view';

/** What a click on the map does, other than selecting what lies under it. */
export type Tool = 'circle' | 'polygon' | 'areas' | 'measure';

/** How near to a corner a click means that corner, px. */
const near = 9;

interface Asked {
  view: View;
  palette: Palette;
  metresPerPixel: number;
  commit: (patch: Partial<View>) => void;
}

/** Drawing and measuring: the tool in hand, what it has drawn so far, and what of it the map shows. */
export function useSketch({ view, palette, metresPerPixel, commit }: Asked) {
  const [tool, setTool] = useState<Tool | null>(null);
  const [points, setPoints] = useState<readonly LonLat[]>([]);
  const [pointer, setPointer] = useState<LonLat | null>(null);
  const path = tool === 'measure' ? view.measure : points;
  const moving = tool !== null && tool !== 'areas' && pointer !== null && path.length > 0;

  const take = (next: Tool | null) => {
    setTool(next);
    setPoints([]);
    setPointer(null);
    if (next === 'measure') commit({ measure: [] });
  };
  const finish = (shape: Shape) => {
    take(null);
    commit({ shape, area: null, table: false });
  };
  const touches = (a: LonLat | undefined, b: LonLat) => a !== undefined && metresBetween(a, b) < near * metresPerPixel;
  const done = () => {
    if (tool === 'polygon' && points.length >= 3) finish({ kind: 'polygon', corners: points });
    else if (tool === 'measure' || tool === 'areas') setTool(null);
  };
  /** @returns true where the click belonged to a tool. */
  const click = (at: LonLat): boolean => {
    if (tool === null || tool === 'areas') return false;
    if (tool === 'circle') {
      const [centre] = points;
      if (!centre) setPoints([at]);
      else finish({ kind: 'circle', centre, metres: Math.min(radiusRange.max, Math.max(radiusRange.min, metresBetween(centre, at))) });
      return true;
    }
    // A second click on the same place, as in a double click, ends the line.
    if (touches(path.at(-1), at)) done();
    else if (tool === 'polygon' && points.length >= 3 && touches(points[0], at)) done();
    else if (path.length >= mostCorners) return true;
    else if (tool === 'measure') commit({ measure: [...view.measure, at] });
    else setPoints([...points, at]);
    return true;
  };
  const undo = () => {
    if (tool === 'measure') commit({ measure: view.measure.slice(0, -1) });
    else setPoints(points.slice(0, -1));
  };

  const end = moving ? pointer : null;
  const drawing: Drawing = useMemo(() => {
    const ring = tool === 'circle' && points[0] && end ? circleRing(points[0], metresBetween(points[0], end)) : view.shape && outlineOf(view.shape).coordinates[0]!;
    const open = tool === 'circle' ? [] : end && tool ? [...path, end] : [...path];
    const line = tool === 'polygon' && open.length > 2 ? [...open, open[0]!] : open;
    if (!ring && line.length === 0 && points.length === 0 && !view.mark) return nothing;
    return sketch(palette, { ring: tool === 'polygon' ? null : (ring as never), line, dots: tool === null ? view.measure : tool === 'circle' ? points : path, mark: view.mark });
  }, [palette, tool, points, path, end, view.shape, view.measure, view.mark]);

  return {
    tool, take, done, undo, click, drawing,
    path: end ? [...path, end] : path,
    fixed: path.length,
    hover: (hits: Hits | null) => { if (tool !== null && tool !== 'areas') setPointer(hits?.at ?? null); },
    /** The pointer is over the map. */
    pointing: pointer !== null,
  };
}

export type SketchTools = ReturnType<typeof useSketch>;
