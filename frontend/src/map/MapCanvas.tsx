import { Map as MapLibreMap, Point, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef } from 'react';
import { nothing, type Box, type Drawing } from '../layers/drawing';
import { hatches, hatchRatio } from '../layers/hatch';
import { markImages, markRatio } from '../layers/marks';
import type { Palette } from '../layers/palette';
import type { LonLat } from '../state/geodesy';
import type { Camera } from '../state/view';
import { applyDrawing } from './applyDrawing';
import { capture } from './capture';
import { hitsAt, type Hits } from './hits';
import { hideCoveredLabels, type Rect } from './hideCoveredLabels';
import { drawnInSoftware, softSharpness } from './softSharpness';

// Under Vite the worker is a file of its own, whose address the library must be told.
setWorkerUrl(workerUrl);

/** What the buttons around the map may ask of it. */
export interface MapControls {
  zoomBy: (levels: number) => void;
  fit: () => void;
  /** Pans, if it must, so that the box's middle lies in the free part of the map, and zooms in on what is too small to see. */
  reveal: (box: Box) => void;
  /** Picks what lies at the middle of the part that no card covers. */
  pickCentre: (extend: boolean) => void;
  /** The middle of that part. */
  centre: () => LonLat;
  /** Flies to a place, close enough to see its streets. */
  show: (at: LonLat) => void;
  /** Calls back with the camera now and at each movement; returns what ends it. */
  follow: (listener: (camera: Camera) => void) => () => void;
  /** The map as it is drawn, at so many device pixels a CSS pixel, names under cards included. */
  capture: (ratio: number) => Promise<HTMLCanvasElement>;
  /** What is drawn at a point of the map, px. */
  hitsAt: (x: number, y: number) => Hits;
}

interface Props {
  drawing: Drawing;
  palette: Palette;
  box: Box | null;
  /** Where the map starts; null fits the box. */
  camera: Camera | null;
  /** False while a card covers so much that the whole city would be too small to read. */
  fitted: boolean;
  /** More of the first picture is on its way. */
  arriving?: boolean;
  /** What is drawn changes from frame to frame: the time brush is under a hand, or playing. */
  moving?: boolean;
  /** Pixels that cards cover on each side. */
  padding: Rect;
  /** Cards over the map, in its own pixels, that labels keep clear of. */
  cards: readonly Rect[];
  labels: Drawing['sources'][string] | undefined;
  /** `byUser` is false for a camera that the map chose itself. */
  onCamera?: (camera: Camera, metresPerPixel: number, byUser: boolean) => void;
  /** `extend`: with Shift held, what is picked adds to what was. */
  onPick?: (hits: Hits, extend: boolean) => void;
  onHover?: (hits: Hits | null) => void;
  onReady: (controls: MapControls) => void;
  /** The browser cannot draw WebGL. */
  onUnsupported?: () => void;
  /** A tool is in hand: clicks place points, and a double click does not zoom. */
  sketching?: boolean;
  /** Another map whose camera this one follows; it takes no input of its own. */
  leader?: MapControls;
}

/** The map itself: it draws what it is handed and says what the user does to it. */
export function MapCanvas(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const drawn = useRef<Drawing>(nothing);
  const ready = useRef(false);
  const touched = useRef(false);
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
        interactive: !latest.current.leader,
        // Its Shift-drag would swallow the Shift-click that adds an area.
        boxZoom: false,
        center: [0, 20],
        zoom: 1,
      });
    } catch {
      latest.current.onUnsupported?.();
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
        for (const [name, image] of markImages(palette))
          if (!m.hasImage(name)) m.addImage(name, image, { pixelRatio: markRatio });
      }
      if (drawn.current !== p.drawing) {
        applyDrawing(m, drawn.current, p.drawing, '/blank.png');
        drawn.current = p.drawing;
      }
      hideCoveredLabels(m, p.labels, p.cards);
      sharpness?.update();
    };
    const sharpness = drawnInSoftware(m) ? softSharpness(m, () => latest.current) : null;
    const cameraNow = (): Camera => ({ latitude: m.getCenter().lat, longitude: m.getCenter().lng, zoom: m.getZoom() });
    const report = (byUser: boolean) => {
      const { lat } = m.getCenter();
      const metresPerPixel = (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** m.getZoom());
      latest.current.onCamera?.(cameraNow(), metresPerPixel, byUser);
    };
    m.on('style.load', () => {
      ready.current = true;
      const start = latest.current;
      if (start.leader) { /* Its camera is the leader's. */ }
      else if (start.camera) m.jumpTo({ center: [start.camera.longitude, start.camera.latitude], zoom: start.camera.zoom });
      else if (start.box) fitTo(m, start.box, start.fitted ? start.padding : noPadding, 0);
      draw.current();
      report(false);
      latest.current.onReady({
        zoomBy: (levels) => m.zoomTo(m.getZoom() + levels, { duration: calm() }, { byUser: true }),
        fit: () => {
          const { box, padding } = latest.current;
          if (box) fitTo(m, box, padding, calm());
        },
        reveal: (area) => reveal(m, latest.current.padding, area),
        pickCentre: (extend) => latest.current.onPick?.(hitsAt(m, middleOf(m, latest.current.padding)), extend),
        centre: () => m.unproject(middleOf(m, latest.current.padding)).toArray() as [number, number],
        show: (at) => m.easeTo({ center: [...at], zoom: Math.max(m.getZoom(), placeZoom), offset: offsetOf(latest.current.padding), duration: calm() }, { byUser: true }),
        follow: (listener) => {
          const tell = () => listener(cameraNow());
          tell();
          m.on('move', tell);
          return () => void m.off('move', tell);
        },
        capture: (ratio) => capture(m, ratio, () => hideCoveredLabels(m, latest.current.labels, []), () => draw.current()),
        hitsAt: (x, y) => hitsAt(m, new Point(x, y)),
      });
    });
    m.on('moveend', (event) => {
      const byUser = Boolean(event.originalEvent) || 'byUser' in event;
      touched.current ||= byUser;
      report(byUser);
    });
    m.on('move', () => hideCoveredLabels(m, latest.current.labels, latest.current.cards));
    m.on('click', (event) => {
      touched.current = true;
      latest.current.onPick?.(hitsAt(m, event.point), event.originalEvent.shiftKey);
    });
    m.on('mousemove', (event) => {
      const hits = hitsAt(m, event.point);
      m.getCanvas().style.cursor = latest.current.sketching ? 'crosshair' : hits.incident || hits.area ? 'pointer' : '';
      latest.current.onHover?.(hits);
    });
    m.on('mouseout', () => latest.current.onHover?.(null));
    return () => {
      sharpness?.end();
      ready.current = false;
      drawn.current = nothing;
      m.remove();
    };
  }, []);

  // Until the user takes the map in hand, the city stays fitted to what the cards leave free.
  const { box, padding, camera, fitted } = props;
  useEffect(() => {
    if (ready.current && !touched.current && !camera && box && fitted && !latest.current.leader) fitTo(map.current!, box, padding, 0);
  }, [box, camera, padding, fitted]);

  const { sketching = false } = props;
  useEffect(() => {
    if (sketching) map.current?.doubleClickZoom.disable();
    else map.current?.doubleClickZoom.enable();
  }, [sketching]);

  const { leader } = props;
  useEffect(() => leader?.follow(({ longitude, latitude, zoom }) => map.current?.jumpTo({ center: [longitude, latitude], zoom })), [leader]);

  return <div ref={frame} className={leader ? 'map-twin' : 'map-canvas'} />;
}

const noPadding: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

/** From the map's middle to that of its free part, px. */
const offsetOf = (padding: Rect): [number, number] => [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2];

function middleOf(m: MapLibreMap, padding: Rect): Point {
  const { clientWidth, clientHeight } = m.getContainer();
  const [x, y] = offsetOf(padding);
  return new Point(clientWidth / 2 + x, clientHeight / 2 + y);
}

/** Where streets can be told apart. */
const placeZoom = 14;

const calm = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200);

function fitTo(m: MapLibreMap, box: Box, padding: Rect, duration: number): void {
  const { top, right, bottom, left } = padding;
  m.fitBounds([box.west, box.south, box.east, box.north], { padding: { top: top + 16, right: right + 16, bottom: bottom + 16, left: left + 16 }, duration });
}

/** Narrower than this an area is lost on the screen, px; it is then shown at about five times the size. */
const visible = 24;

function reveal(m: MapLibreMap, padding: Rect, box: Box): void {
  const centre: [number, number] = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const at = m.project(centre);
  const { clientWidth: width, clientHeight: height } = m.getContainer();
  const margin = 40;
  const free = at.x > padding.left + margin && at.x < width - padding.right - margin
    && at.y > padding.top + margin && at.y < height - padding.bottom - margin;
  const size = m.project([box.east, box.south]).x - m.project([box.west, box.north]).x;
  if (free && size >= visible) return;
  const zoom = size < visible ? m.getZoom() + Math.log2((5 * visible) / size) : m.getZoom();
  m.easeTo({ center: centre, zoom, offset: offsetOf(padding), duration: calm() });
}
