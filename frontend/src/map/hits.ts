import type { EmergingPattern } from '../api/generated';
import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import type { LonLat } from '../state/geodesy';

/** What lies under a point of the map, by layer, and where the point is in the map's pixels. */
export interface Hits {
  x: number;
  y: number;
  /** The point itself. */
  at: LonLat;
  area: string | null;
  hotspot: { incidents: number; z: number | null; exactP: number | null; bin: number } | null;
  cluster: number | null;
  emerging: { pattern: EmergingPattern; incidents: number; hotSteps: number; coldSteps: number } | null;
  stability: { hot: number; cold: number; settings: number } | null;
  place: { rank: number; share: number } | null;
  contextPlace: { name: string | null } | null;
  incident: { id: string; category: string; occurred: string } | null;
}

export function hitsAt(map: MapLibreMap, point: Point): Hits {
  const ask = (layer: string, reach = 0) => {
    if (!map.getLayer(layer)) return undefined;
    const place: [[number, number], [number, number]] = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]];
    return map.queryRenderedFeatures(place, { layers: [layer] })[0]?.properties;
  };
  const dot = ask('incident-dots', 4);
  return {
    x: point.x,
    y: point.y,
    at: positionAt(map, point),
    area: (ask('area-targets')?.code as string | undefined) ?? null,
    hotspot: (ask('hotspots') as Hits['hotspot'] | undefined) ?? null,
    cluster: (ask('cluster-targets')?.id as number | undefined) ?? null,
    emerging: (ask('emerging') as Hits['emerging'] | undefined) ?? null,
    stability: (ask('stability') as Hits['stability'] | undefined) ?? null,
    place: (ask('places') as Hits['place'] | undefined) ?? null,
    contextPlace: (ask('context-places', 4) as Hits['contextPlace'] | undefined) ?? null,
    incident: dot ? { id: String(dot.id), category: String(dot.category), occurred: String(dot.occurred) } : null,
  };
}

const positionAt = (map: MapLibreMap, point: Point): LonLat => {
  const { lng, lat } = map.unproject(point);
  return [lng, lat];
};
