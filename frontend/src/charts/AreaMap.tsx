import { useId, useMemo } from 'react';
import type { Geometry } from 'geojson';
import { areaPaths } from './areaPaths';
import { freeLabels } from './freeLabels';

export interface AreaMark {
  /** Token of the fill, "seq-3"; null = the colour of the land. */
  fill: string | null;
  hatch?: 'wide' | 'narrow';
  /** The strongest classes carry a light hatch. */
  inverse?: boolean;
  /** Drawn at 60 %: what it shows is not sure. */
  faint?: boolean;
  label?: string;
  /** What the area shows, in words. */
  title: string;
}

interface Props {
  areas: readonly { code: string; name: string; geometry: Geometry }[];
  /** Where two labels would cover each other, that of the earlier mark is written. */
  marks: ReadonlyMap<string, AreaMark>;
  width: number;
  /** Greatest height. */
  height: number;
  /** What the map shows, for the ear. */
  title: string;
  selected?: string | null;
  onSelect?: (code: string) => void;
}

const kinds = [['wide', 7], ['narrow', 4]] as const;

/** A choropleth without a map library: prints, and costs nothing where a whole map would. Its table stands beside it. */
export function AreaMap({ areas, marks, width, height, title, selected, onSelect }: Props) {
  const id = useId();
  const drawn = useMemo(() => areaPaths(areas, width, height), [areas, width, height]);
  if (!drawn) return null;
  const places = new Map(drawn.paths.map((p) => [p.code, p.at]));
  const labels = [...marks].flatMap(([code, { label }]) => { const at = places.get(code); return label && at ? [{ code, text: label, ...at }] : []; });
  const chosen = drawn.paths.find((p) => p.code === selected);
  return (
    <svg className="area-map" width={drawn.width} height={drawn.height} viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={title}>
      <defs>
        {kinds.flatMap(([name, step]) => ['', '-inv'].map((tone) => (
          <pattern key={name + tone} id={`${id}-${name}${tone}`} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d={`M0 0V${step}`} stroke={`var(--hatch${tone})`} strokeWidth={1.3} />
          </pattern>
        )))}
      </defs>
      {drawn.paths.map((p) => {
        const mark = marks.get(p.code);
        return (
          <g key={p.code} onClick={onSelect && (() => onSelect(p.code))} className={onSelect && 'pickable'}>
            <title>{`${p.name}: ${mark?.title ?? 'no figure'}`}</title>
            <path d={p.path} fill={mark?.fill ? `var(--${mark.fill})` : 'var(--map-land)'} fillOpacity={mark?.faint ? 0.6 : 1} stroke="var(--surface)" strokeWidth={1} />
            {mark?.hatch && <path d={p.path} fill={`url(#${id}-${mark.hatch}${mark.inverse ? '-inv' : ''})`} />}
          </g>
        );
      })}
      {chosen && <><path d={chosen.path} className="chosen-case" /><path d={chosen.path} className="chosen" /></>}
      <g className="labels">
        {freeLabels(labels).map((l) => <text key={l.code} x={l.x} y={l.y + 4} textAnchor="middle">{l.text}</text>)}
      </g>
    </svg>
  );
}
