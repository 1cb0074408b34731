import type { Point as PointGeometry } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { DrawingSource } from '../layers/drawing';

export interface Rect { left: number; top: number; right: number; bottom: number }

/** Half of a usual label's width and height, px. */
const reach = { x: 34, y: 10 };

/** Hides the names that would be cut by a card; half a name reads as another one. */
export function hideCoveredLabels(map: MapLibreMap, labels: DrawingSource | undefined, cards: readonly Rect[]): void {
  if (labels?.type !== 'geojson' || !map.getSource('area-labels')) return;
  for (const feature of labels.data.features) {
    const { x, y } = map.project((feature.geometry as PointGeometry).coordinates as [number, number]);
    const covered = cards.some((c) => x > c.left - reach.x && x < c.right + reach.x && y > c.top - reach.y && y < c.bottom + reach.y);
    const target = { source: 'area-labels', id: feature.properties!.code as string };
    if (Boolean(map.getFeatureState(target)?.covered) !== covered) map.setFeatureState(target, { covered });
  }
}
