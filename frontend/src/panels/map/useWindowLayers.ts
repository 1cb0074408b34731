import type { IncidentFilter } from '../../api/generated';
import { useLayers, type ComputedLayer, type Layers } from '../../api/useLayers';
import { settingOf, type LayerId, type View } from '../../state/view';

interface Asked {
  code: string;
  kind: string | null;
  placeKind: string | null;
  view: View;
  filter: IncidentFilter;
  /** Layers that are asked for whether or not they are on the map. */
  also?: readonly ComputedLayer[];
  /** Layers that are not asked for even when they are on the map. */
  except?: readonly ComputedLayer[];
}

const computed: readonly ComputedLayer[] = ['density', 'contours', 'hotspots', 'stability', 'clusters', 'change', 'emerging', 'nearRepeat', 'places', 'forecastChange', 'nearby', 'contextPlaces', 'risk'];

/** The computed layers that are on, for one window of time: their states, and their data. */
export function useWindowLayers({ code, kind, placeKind, view, filter, also = [], except = [] }: Asked) {
  const bySettings = view.options.sure === 'settings';
  const shown = (id: ComputedLayer): boolean => {
    if (id === 'hotspots' || id === 'stability') return settingOf(view, 'hotspots') !== undefined && bySettings === (id === 'stability');
    if (id === 'contextPlaces') return settingOf(view, 'nearby') !== undefined;
    return settingOf(view, id satisfies LayerId) !== undefined;
  };
  const wanted = Object.fromEntries(computed.map((id) => [id, !except.includes(id) && (shown(id) || also.includes(id))])) as Record<ComputedLayer, boolean>;
  const layers = useLayers({ code, filter, kind, placeKind, parameters: view.parameters, options: view.options, vs: view.vs, risk: view.risk, wanted });
  return { layers, data: dataOf(layers) };
}

/** None of them; for a side of the map that is not shown. */
export const everyLayer = computed;

const dataOf = (layers: Layers) => ({
  density: layers.density.data?.jurisdiction?.density,
  contours: layers.contours.data?.jurisdiction?.density,
  change: layers.change.data?.jurisdiction?.densityChange,
  stability: layers.stability.data?.jurisdiction?.hotspotStability,
  emerging: layers.emerging.data?.jurisdiction?.emergingHotspots,
  nearRepeat: layers.nearRepeat.data?.jurisdiction?.nearRepeat,
  places: layers.places.data?.jurisdiction?.placeForecast,
  nearby: layers.nearby.data?.jurisdiction?.placeCorrelation,
  forecastChange: layers.forecastChange.data?.jurisdiction ?? undefined,
  hotspots: layers.hotspots.data?.jurisdiction?.hotspots,
  clusters: layers.clusters.data?.jurisdiction?.clusters,
  risk: layers.risk.data?.jurisdiction?.riskScores,
});

export type LayerData = ReturnType<typeof dataOf>;
