import type { FeatureCollection, Geometry } from 'geojson';
import { useMemo } from 'react';
import { absolute } from '../../api/client';
import type { EmergingPattern, IncidentFilter } from '../../api/generated';
import type { ChangeData, ClusterData, ContourData, DensityData, EmergingData, HotspotData, NearRepeatData, PlaceData, RiskData, StabilityData } from '../../api/useLayers';
import { areaLabels, areaPolygons, type AreaShape } from '../../layers/areaFeatures';
import { areaLines, areaNames, areaTargets, selection } from '../../layers/areas';
import { clusterFeatures, clusters } from '../../layers/clusters';
import { contours } from '../../layers/contours';
import { surface } from '../../layers/density';
import { nothing, stack, type Box, type Drawing } from '../../layers/drawing';
import { emerging, emergingFeatures } from '../../layers/emerging';
import { graticule, ground } from '../../layers/ground';
import { hotspotFeatures, hotspots } from '../../layers/hotspots';
import { incidentCounts, incidents, incidentTiles } from '../../layers/incidents';
import type { Palette } from '../../layers/palette';
import { filledCells, placeFeatures, repeatFeatures, stableFeatures } from '../../layers/places';
import { risk } from '../../layers/risk';
import { clipToLand } from '../../map/clipToLand';
import type { LayerId, View } from '../../state/view';

interface Inputs {
  view: View;
  palette: Palette;
  code: string;
  version: string;
  box: Box | null;
  areas: readonly AreaShape[];
  /** The city's outline. */
  land: Geometry | null;
  density: { surface: DensityData | undefined; image: ImageBitmap | null };
  change: { surface: ChangeData | undefined; image: ImageBitmap | null };
  contours: ContourData | undefined;
  stability: StabilityData | undefined;
  emerging: EmergingData | undefined;
  /** The pattern that the legend singles out. */
  single: EmergingPattern | null;
  nearRepeat: NearRepeatData | undefined;
  places: PlaceData | undefined;
  hotspots: HotspotData | undefined;
  clusters: ClusterData | undefined;
  risk: RiskData | undefined;
  tileFilter: IncidentFilter;
  /** The time window is under a hand or playing. */
  moving: boolean;
  /** Layers whose data are older than the filter; drawn at half strength. */
  stale: Partial<Record<LayerId, boolean>>;
}

/** Cells of emerging patterns, as the server has them by default. */
const emergingMetres = 400;
const noLabels = new Map<string, number>();

/** The whole map as data: ground, layers that are on, borders, names, selection. Geometry is rebuilt only when its data change. */
export function useDrawing(i: Inputs): { drawing: Drawing; labels: Drawing['sources'][string] | undefined } {
  const polygons = useMemo(() => areaPolygons(i.areas), [i.areas]);
  const labels = useMemo(() => areaLabels(i.areas), [i.areas]);
  const grid = useMemo(() => graticule(i.box ?? { west: 0, south: 0, east: 1, north: 1 }), [i.box]);
  const hexagons = useMemo(() => i.hotspots && hotspotFeatures(i.hotspots.cells), [i.hotspots]);
  const patterned = useMemo(() => i.emerging && emergingFeatures(i.emerging.cells), [i.emerging]);
  const stable = useMemo(() => i.stability && stableFeatures(i.stability.cells), [i.stability]);
  const repeats = useMemo(() => i.nearRepeat && repeatFeatures(i.nearRepeat.zones), [i.nearRepeat]);
  const leading = useMemo(() => i.places && placeFeatures(i.places.cells, i.places.units), [i.places]);
  const hulls = useMemo(() => i.clusters && clusterFeatures(i.clusters.clusters), [i.clusters]);
  const picture = usePicture(i.density.surface, i.density.image, i);
  const changed = usePicture(i.change.surface, i.change.image, i);

  const staleLayers = JSON.stringify(i.stale);
  const drawing = useMemo(() => {
    const { view, palette } = i;
    const opacity = (id: LayerId) => (view.layers.find((l) => l.id === id)?.opacity ?? 0) * (i.stale[id] ? 0.5 : 1);
    const on = (id: LayerId) => view.layers.some((l) => l.id === id);
    const bySettings = view.options.sure === 'settings';
    const filled = (['density', 'change', 'emerging', 'nearRepeat', 'places', 'risk', 'hotspots'] as const).some(on);
    const ranks = on('risk') && i.risk ? new Map(i.risk.scores.map((s) => [s.area.code, s.rank])) : noLabels;
    const lines = on('areas') ? areaLines(palette, opacity('areas'), on('density') || on('change')) : nothing;
    return stack(
      ground(palette, i.land, polygons, grid),
      on('density') && picture ? surface('density', picture.canvas, picture.box, opacity('density')) : nothing,
      on('change') && changed ? surface('change', changed.canvas, changed.box, opacity('change')) : nothing,
      on('risk') && i.risk ? risk(palette, i.risk.scores, opacity('risk')) : nothing,
      on('emerging') && patterned ? emerging(palette, patterned, opacity('emerging'), emergingMetres, i.box ? (i.box.south + i.box.north) / 2 : 0, i.single) : nothing,
      on('nearRepeat') && repeats ? filledCells('nearRepeat', palette, repeats, opacity('nearRepeat')) : nothing,
      on('places') && leading ? filledCells('places', palette, leading, opacity('places')) : nothing,
      on('hotspots') && bySettings && stable ? filledCells('stability', palette, stable, opacity('hotspots')) : nothing,
      on('hotspots') && !bySettings && hexagons ? stack(lines, hotspots(palette, hexagons, opacity('hotspots'))) : lines,
      on('contours') && i.contours ? contours(palette, i.contours.contours as unknown as FeatureCollection, opacity('contours')) : nothing,
      on('clusters') && hulls ? clusters(palette, hulls, opacity('clusters')) : nothing,
      areaTargets,
      on('incidents') ? incidents(palette, absolute(incidentTiles(i.code, i.tileFilter, i.version)), opacity('incidents')) : nothing,
      selection(palette, view.area),
      on('areas') || filled ? areaNames(palette, labels, on('areas') ? opacity('areas') : 1, view.area, ranks) : nothing,
      on('incidents') ? incidentCounts(palette, opacity('incidents')) : nothing,
    );
    // `i` is new at each render; what of it matters is listed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [i.view.layers, i.view.area, i.palette, i.code, i.version, i.risk, i.tileFilter, staleLayers, polygons, i.land, labels, grid, hexagons, hulls, picture, changed, i.contours, patterned, stable, repeats, leading, i.single, i.view.options.sure, i.box]);

  return { drawing, labels: drawing.sources['area-labels'] };
}

/** A server's picture cut at the city's edge. Its frame comes with the picture: redrawn when the picture has arrived, not when its address has. */
function usePicture(of: { imageBounds: Box } | undefined, image: ImageBitmap | null, { land, moving }: Pick<Inputs, 'land' | 'moving'>) {
  return useMemo(
    () => (of && image ? { canvas: clipToLand(image, of.imageBounds, land, moving ? 'moving' : 'still'), box: of.imageBounds } : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [image, land, moving],
  );
}
