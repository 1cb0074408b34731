import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { absolute } from '../../api/client';
import type { EmergingPattern, IncidentFilter } from '../../api/generated';
import type { ContextPlaceData } from '../../api/useLayers';
import type { AreaShape } from '../../layers/areaFeatures';
import { areaLines, areaNames, areaTargets, selection } from '../../layers/areas';
import { clusterFeatures, clusters } from '../../layers/clusters';
import { contextPlaceFeatures, contextPlaces } from '../../layers/contextPlaces';
import { contours } from '../../layers/contours';
import { surface } from '../../layers/density';
import { nothing, stack, type Box, type Drawing } from '../../layers/drawing';
import { emerging, emergingFeatures } from '../../layers/emerging';
import { changeRows, forecastChange } from '../../layers/forecastChange';
import { ground, overBaseMap } from '../../layers/ground';
import { hotspotFeatures, hotspots } from '../../layers/hotspots';
import { incidentCounts, incidents, incidentTiles } from '../../layers/incidents';
import type { Palette } from '../../layers/palette';
import { filledCells, placeFeatures, repeatFeatures, stableFeatures } from '../../layers/places';
import { risk } from '../../layers/risk';
import { clipToLand } from '../../map/clipToLand';
import { fills } from '../../state/layerNames';
import type { LayerId, View } from '../../state/view';
import type { Polygons } from './usePolygons';
import type { LayerData } from './useWindowLayers';

/** A server's picture and where it lies. */
export interface Picture { image: ImageBitmap | null; box: Box | undefined }

interface Inputs {
  view: View;
  palette: Palette;
  code: string;
  version: string;
  box: Box | null;
  areas: readonly AreaShape[];
  polygons: Polygons;
  /** The operator's base map, in place of our own ground; null for none. */
  base: Drawing | null;
  /** Streets of a city that has some of its own; null for none. */
  streets: Drawing | null;
  data: LayerData;
  contextPlaces: ContextPlaceData | undefined;
  density: Picture;
  change: Picture;
  /** The emerging pattern that the legend singles out. */
  single: EmergingPattern | null;
  tileFilter: IncidentFilter;
  /** The time window is under a hand or playing. */
  moving: boolean;
  /** Layers whose data are older than the filter; drawn at half strength. */
  stale: Partial<Record<LayerId, boolean>>;
}

/** Cells of emerging patterns, as the server has them by default. */
const emergingMetres = 400;
const noLabels = new Map<string, number>();

/** The whole map as data: ground, layers in the view's order, names, selection. Geometry is rebuilt only when its data change. */
export function useDrawing(i: Inputs): { drawing: Drawing; labels: Drawing['sources'][string] | undefined } {
  const d = i.data;
  const hexagons = useMemo(() => d.hotspots && hotspotFeatures(d.hotspots.cells), [d.hotspots]);
  const patterned = useMemo(() => d.emerging && emergingFeatures(d.emerging.cells), [d.emerging]);
  const stable = useMemo(() => d.stability && stableFeatures(d.stability.cells), [d.stability]);
  const repeats = useMemo(() => d.nearRepeat && repeatFeatures(d.nearRepeat.zones), [d.nearRepeat]);
  const leading = useMemo(() => d.places && placeFeatures(d.places.cells, d.places.units), [d.places]);
  const rings = useMemo(() => i.contextPlaces && contextPlaceFeatures(i.contextPlaces), [i.contextPlaces]);
  const hulls = useMemo(() => d.clusters && clusterFeatures(d.clusters.clusters), [d.clusters]);
  const picture = usePicture(i.density, i);
  const changed = usePicture(i.change, i);

  const staleLayers = JSON.stringify(i.stale);
  const drawing = useMemo(() => {
    const { view, palette, polygons: { land, polygons, labels, grid } } = i;
    const opacity = (id: LayerId) => (view.layers.find((l) => l.id === id)?.opacity ?? 0) * (i.stale[id] ? 0.5 : 1);
    const on = (id: LayerId) => view.layers.some((l) => l.id === id);
    const ranks = on('risk') && d.risk ? new Map(d.risk.scores.map((s) => [s.area.code, s.rank])) : noLabels;
    const draw = (id: LayerId, strength: number): Drawing => {
      switch (id) {
        case 'density': return picture ? surface('density', picture.canvas, picture.box, strength) : nothing;
        case 'change': return changed ? surface('change', changed.canvas, changed.box, strength) : nothing;
        case 'risk': return d.risk ? risk(palette, d.risk.scores, strength) : nothing;
        case 'forecastChange': return d.forecastChange ? forecastChange(palette, changeRows(d.forecastChange), strength) : nothing;
        case 'emerging': return patterned ? emerging(palette, patterned, strength, emergingMetres, i.box ? (i.box.south + i.box.north) / 2 : 0, i.single) : nothing;
        case 'nearRepeat': return repeats ? filledCells('nearRepeat', palette, repeats, strength) : nothing;
        case 'places': return leading ? filledCells('places', palette, leading, strength) : nothing;
        case 'hotspots':
          if (view.options.sure === 'settings') return stable ? filledCells('stability', palette, stable, strength) : nothing;
          return hexagons ? hotspots(palette, hexagons, strength) : nothing;
        case 'contours': return d.contours ? contours(palette, d.contours.contours as unknown as FeatureCollection, strength) : nothing;
        case 'clusters': return hulls ? clusters(palette, hulls, strength) : nothing;
        case 'incidents': return incidents(palette, absolute(incidentTiles(i.code, i.tileFilter, i.version)), strength);
        case 'nearby': return rings ? contextPlaces(palette, rings, strength) : nothing;
        case 'areas': return areaLines(palette, strength, on('density') || on('change'));
      }
    };
    return stack(
      i.base ? stack(i.base, overBaseMap(palette, land, polygons)) : stack(ground(palette, land, polygons, grid), i.streets ?? nothing),
      areaTargets,
      ...view.layers.map(({ id }) => draw(id, opacity(id))),
      selection(palette, [view.area, view.beside, ...view.also].filter((c) => c !== null)),
      on('areas') || fills.some(on) ? areaNames(palette, labels, on('areas') ? opacity('areas') : 1, view.area, ranks) : nothing,
      on('incidents') ? incidentCounts(palette, opacity('incidents')) : nothing,
    );
    // `i` and `d` are new at each render; what of them matters is listed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [i.view.layers, i.view.area, i.view.beside, i.view.also, i.palette, i.code, i.version, d.risk, d.forecastChange, i.tileFilter, staleLayers, i.polygons, i.base, i.streets, hexagons, hulls, picture, changed, d.contours, patterned, stable, repeats, leading, rings, i.single, i.view.options.sure, i.box]);

  return { drawing, labels: drawing.sources['area-labels'] };
}

/** A server's picture cut at the city's edge. Its frame comes with the picture: redrawn when the picture has arrived, not when its address has. */
function usePicture({ image, box }: Picture, { polygons: { land }, moving }: Pick<Inputs, 'polygons' | 'moving'>) {
  return useMemo(
    () => (box && image ? { canvas: clipToLand(image, box, land, moving ? 'moving' : 'still'), box } : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [image, land, moving],
  );
}
