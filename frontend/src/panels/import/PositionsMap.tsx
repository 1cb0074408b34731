import { useMemo } from 'react';
import type { Geometry, Position } from 'geojson';
import { useWidth } from '../../charts/useWidth';
import { ringsOf } from '../../layers/areaFeatures';
import { frameOf, meridians } from '../../state/pointFrame';

interface Props {
  /** Longitude and latitude. */
  points: readonly (readonly number[])[];
  /** Outlines of the jurisdiction's areas, where it has any. */
  areas: readonly { code: string; geometry: Geometry }[];
  height: number;
}

/** Where the first rows lie: up to 500 points over the areas that are loaded and a graticule. */
export function PositionsMap({ points, areas, height }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameOf(points, areas.map((a) => a.geometry), width, height), [points, areas, width, height]);
  const outline = useMemo(() => frame && areas.map((a) => ringsOf(a.geometry).flat().map((ring) => path(ring, frame.place)).join('')).join(''), [areas, frame]);
  return (
    <div ref={ref} className="positions-map" style={{ height }}>
      {frame && width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`${points.length} positions between ${frame.west.toFixed(2)}° and ${frame.east.toFixed(2)}° longitude, ${frame.south.toFixed(2)}° and ${frame.north.toFixed(2)}° latitude`}>
          {meridians(frame.west, frame.east).map((lon) => { const { x } = frame.place(lon, frame.south); return <g key={`x${lon}`}><line x1={x} x2={x} y1={0} y2={height} className="grid" />{x < width - 60 && <text x={x + 3} y={height - 5}>{degrees(lon, 'E', 'W')}</text>}</g>; })}
          {meridians(frame.south, frame.north).map((lat) => { const { y } = frame.place(frame.west, lat); return <g key={`y${lat}`}><line x1={0} x2={width} y1={y} y2={y} className="grid" /><text x={4} y={y - 3}>{degrees(lat, 'N', 'S')}</text></g>; })}
          {outline && <path d={outline} className="land" />}
          {points.map(([lon, lat], i) => { const { x, y } = frame.place(lon!, lat!); return <circle key={i} cx={x} cy={y} r={1.7} />; })}
        </svg>
      )}
    </div>
  );
}

const path = (ring: readonly Position[], place: (lon: number, lat: number) => { x: number; y: number }): string =>
  `M${ring.map(([lon, lat]) => { const { x, y } = place(lon!, lat!); return `${x.toFixed(1)} ${y.toFixed(1)}`; }).join('L')}Z`;

const degrees = (value: number, plus: string, minus: string): string => `${+Math.abs(value).toFixed(3)}° ${value < 0 ? minus : plus}`;
