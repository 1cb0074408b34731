import { useState } from 'react';
import type { LonLat } from '../../state/geodesy';
import { crosses, mostCorners, parsePoints, radiusRange, type Shape } from '../../state/shape';
import { NumberField } from '../controls/NumberField';

interface Props { shape: Shape; onChange: (shape: Shape) => void }

/** The shape as numbers, for hands on a keyboard and for places that are known by their coordinates. */
export const ShapeFields = ({ shape, onChange }: Props) => (
  <section className="block" aria-label="Coordinates">
    <h3>Coordinates <span className="sub">degrees, EPSG:4326</span></h3>
    {shape.kind === 'circle' ? <CircleFields shape={shape} onChange={onChange} /> : <PolygonField key={JSON.stringify(shape.corners)} corners={shape.corners} onChange={onChange} />}
  </section>
);

function CircleFields({ shape, onChange }: { shape: Extract<Shape, { kind: 'circle' }>; onChange: (shape: Shape) => void }) {
  const { centre: [longitude, latitude], metres } = shape;
  return (
    <div className="shape-fields">
      <NumberField label="Latitude" value={+latitude.toFixed(5)} min={-85} max={85} step={0.001} onChange={(v) => onChange({ ...shape, centre: [longitude, v] })} />
      <NumberField label="Longitude" value={+longitude.toFixed(5)} min={-180} max={180} step={0.001} onChange={(v) => onChange({ ...shape, centre: [v, latitude] })} />
      <NumberField label="Radius" value={Math.round(metres)} min={radiusRange.min} max={radiusRange.max} step={1} unit="m" onChange={(v) => onChange({ ...shape, metres: v })} />
    </div>
  );
}

function PolygonField({ corners, onChange }: { corners: readonly LonLat[]; onChange: (shape: Shape) => void }) {
  const [text, setText] = useState(() => corners.map(([lon, lat]) => `${+lat.toFixed(5)}, ${+lon.toFixed(5)}`).join('\n'));
  const points = parsePoints(text.trim().split(/\n+/).join(','));
  const wrong = points.length < 3 || points.length > mostCorners ? `Three to ${mostCorners} corners are needed, one a line: 39.74, -104.99.` : crosses(points) ? 'Two sides cross: a polygon needs an inside.' : null;
  return (
    <form onSubmit={(e) => { e.preventDefault(); if (!wrong) onChange({ kind: 'polygon', corners: points }); }}>
      <textarea className="corners" aria-label="Corners, latitude and longitude, one a line" aria-invalid={wrong !== null} rows={Math.min(8, corners.length + 1)} value={text} onChange={(e) => setText(e.target.value)} />
      <div className="row" style={{ marginTop: 6 }}>
        <span className="small third" role="status">{wrong ?? 'One corner a line: latitude, longitude.'}</span><span className="spring" />
        <button type="submit" className="button" disabled={wrong !== null}>Use</button>
      </div>
    </form>
  );
}
