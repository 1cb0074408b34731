import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef } from 'react';
import { nothing, type Box, type Drawing } from '../layers/drawing';
import { hatches, hatchRatio } from '../layers/hatch';
import type { Palette } from '../layers/palette';
import type { Camera } from '../state/view';
import { applyDrawing } from './applyDrawing';
import { hitsAt, type Hits } from './hits';
import { hideCoveredLabels, type Rect } from './hideCoveredLabels';

// Under Vite the worker is a file of its own, whose address the library must be told.
setWorkerUrl(workerUrl);

/** What the buttons around the map may ask of it. */
export interface MapControls {
  zoomBy: (levels: number) => void;
  fit: () => void;
  /** Pans, if it must, so that the point lies in the free part of the map. */
  reveal: (longitude: number, latitude: number) => void;
  pickCentre: () => void;
}

interface Props {
  drawing: Drawing;
  palette: Palette;
  box: Box | null;
  /** Where the map starts; null fits the box. Read once for each box. */
  camera: Camera | null;
  /** Pixels that cards cover on each side. */
  padding: Rect;
  /** Cards over the map, in its own pixels, that labels keep clear of. */
  cards: readonly Rect[];
  labels: Drawing['sources'][string] | undefined;
  /** `byUser` is false for a camera that the map chose itself. */
  onCamera: (camera: Camera, metresPerPixel: number, byUser: boolean) => void;
  onPick: (hits: Hits) => void;
  onHover: (hits: Hits | null) => void;
  onReady: (controls: MapControls) => void;
  /** The browser cannot draw WebGL. */
  onUnsupported: () => void;
}

/** The map itself: it draws what it is handed and says what the user does to it. */
export function MapCanvas(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const drawn = useRef<Drawing>(nothing);
  const ready = useRef(false);
  const latest = useRef(props);
  const draw = useRef(() => {});

  useEffect(() => {
    latest.current = props;
    draw.current();
  });

  useEffect(() => {
    let m: MapLibreMap;
    try {
      m = new MapLibreMap({
        container: frame.current!,
        style: { version: 8, sources: {}, layers: [] },
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        fadeDuration: 0,
        maxZoom: 18,
        center: [0, 20],
        zoom: 1,
      });
    } catch {
      latest.current.onUnsupported();
      return;
    }
    map.current = m;
    m.touchZoomRotate.disableRotation();
    m.keyboard.disableRotation();
    let palette: Palette | null = null;
    draw.current = () => {
      if (!ready.current) return;
      const p = latest.current;
      if (palette !== p.palette) {
        palette = p.palette;
        for (const [name, image] of hatches(palette))
          if (m.hasImage(name)) m.updateImage(name, image);
          else m.addImage(name, image, { pixelRatio: hatchRatio });
      }
      if (drawn.current !== p.drawing) {
        applyDrawing(m, drawn.current, p.drawing, '/blank.png');
        drawn.current = p.drawing;
      }
      hideCoveredLabels(m, p.labels, p.cards);
    };
    const place = () => {
      const { camera, box, padding } = latest.current;
      if (camera) m.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
      else if (box) m.fitBounds([box.west, box.south, box.east, box.north], { padding: grown(padding, 16), animate: false });
    };
    const report = (byUser: boolean) => {
      const { lng, lat } = m.getCenter();
      const metresPerPixel = (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** m.getZoom());
      latest.current.onCamera({ latitude: lat, longitude: lng, zoom: m.getZoom() }, metresPerPixel, byUser);
    };
    m.on('style.load', () => {
      ready.current = true;
      place();
      draw.current();
      report(false);
      latest.current.onReady({
        zoomBy: (levels) => m.zoomTo(m.getZoom() + levels, { duration: calm() }, { byUser: true }),
        fit: () => {
          const { box, padding } = latest.current;
          if (box) m.fitBounds([box.west, box.south, box.east, box.north], { padding: grown(padding, 16), duration: calm() });
        },
        reveal: (longitude, latitude) => reveal(m, latest.current.padding, longitude, latitude),
        pickCentre: () => latest.current.onPick(hitsAt(m, m.project(m.getCenter()))),
      });
    });
    m.on('moveend', (event) => report(Boolean(event.originalEvent) || 'byUser' in event));
    m.on('move', () => hideCoveredLabels(m, latest.current.labels, latest.current.cards));
    m.on('click', (event) => latest.current.onPick(hitsAt(m, event.point)));
    m.on('mousemove', (event) => {
      const hits = hitsAt(m, event.point);
      m.getCanvas().style.cursor = hits.incident || hits.area ? 'pointer' : '';
      latest.current.onHover(hits);
    });
    m.on('mouseout', () => latest.current.onHover(null));
    return () => {
      ready.current = false;
      drawn.current = nothing;
      m.remove();
    };
  }, []);

  // A new city is shown whole.
  const boxKey = props.box ? `${props.box.west},${props.box.south}` : '';
  const shown = useRef('');
  useEffect(() => {
    const { box, camera, padding } = latest.current;
    if (!box || !map.current || shown.current === boxKey) return;
    const first = shown.current === '';
    shown.current = boxKey;
    if (first && camera) map.current.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
    else map.current.fitBounds([box.west, box.south, box.east, box.north], { padding: grown(padding, 16), animate: false });
  }, [boxKey]);

  return <div ref={frame} className="map-canvas" />;
}

const calm = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200);

const grown = (p: Rect, by: number): Rect =>
  ({ top: p.top + by, right: p.right + by, bottom: p.bottom + by, left: p.left + by });

function reveal(m: MapLibreMap, padding: Rect, longitude: number, latitude: number): void {
  const at = m.project([longitude, latitude]);
  const { clientWidth: width, clientHeight: height } = m.getContainer();
  const margin = 40;
  const free = at.x > padding.left + margin && at.x < width - padding.right - margin
    && at.y > padding.top + margin && at.y < height - padding.bottom - margin;
  if (free) return;
  const offset: [number, number] = [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2];
  m.easeTo({ center: [longitude, latitude], offset, duration: calm() });
}
