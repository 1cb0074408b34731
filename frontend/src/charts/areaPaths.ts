import type { Geometry, Position } from 'geojson';
import { boxOf, ringsOf } from '../layers/areaFeatures';
import { labelPoint } from '../layers/labelPoint';

export interface AreaPath { code: string; name: string; path: string; at: { x: number; y: number } | null }
export interface Drawn { width: number; height: number; paths: AreaPath[] }

/**
 * Areas as SVG paths, north up, longitudes shortened by the cosine of the middle latitude.
 * @param width of the drawing. @param most greatest height; the drawing keeps its proportions inside both.
 * @returns null where no area has a polygon.
 */
export function areaPaths(areas: readonly { code: string; name: string; geometry: Geometry }[], width: number, most: number): Drawn | null {
  const box = boxOf(areas);
  if (!box || width <= 0) return null;
  const squeeze = Math.cos(((box.south + box.north) / 2) * (Math.PI / 180));
  const [across, up] = [Math.max(1e-9, (box.east - box.west) * squeeze), Math.max(1e-9, box.north - box.south)];
  const margin = 2;
  const scale = Math.min((width - 2 * margin) / across, (most - 2 * margin) / up);
  const left = (width - across * scale) / 2;
  const place = ([x, y]: Position) => ({ x: left + (x! - box.west) * squeeze * scale, y: margin + (box.north - y!) * scale });
  const ring = (r: readonly Position[]) => `M${r.map((p) => { const { x, y } = place(p); return `${x.toFixed(1)} ${y.toFixed(1)}`; }).join('L')}Z`;
  return {
    width, height: up * scale + 2 * margin,
    paths: areas.map((a) => {
      const polygons = ringsOf(a.geometry);
      const at = labelPoint(polygons);
      return { code: a.code, name: a.name, path: polygons.flat().map(ring).join(''), at: at && place(at) };
    }),
  };
}
