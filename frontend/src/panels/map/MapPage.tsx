import { Map as MapIcon, PanelLeftOpen } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import type { AreasQuery, EmergingPattern } from '../../api/generated';
import { useBaseMap } from '../../api/useBaseMap';
import { useStreets } from '../../api/useStreets';
import type { Result } from '../../api/useQuery';
import { boxOf } from '../../layers/areaFeatures';
import { rasterBase, styleBase } from '../../layers/baseMap';
import { streets } from '../../layers/streets';
import { stack } from '../../layers/drawing';
import type { Palette } from '../../layers/palette';
import type { Hits } from '../../map/hits';
import type { MapControls } from '../../map/MapCanvas';
import { MapTools } from './MapTools';
import { ScaleBar } from '../../map/ScaleBar';
import { Tooltip } from '../../map/Tooltip';
import { baselineInWords } from '../../state/baseline';
import { compareBy, comparingOf } from '../../state/comparing';
import { dayInWords, toIso } from '../../state/days';
import { offencesInWords } from '../../state/filter';
import { plural } from '../../state/figures';
import { lengthAlong } from '../../state/geodesy';
import { layerText, raised, switched } from '../../state/layerNames';
import { formatShape, outlineOf, parseShape } from '../../state/shape';
import { clamp, lengthInWords, windowInWords } from '../../state/timeWindow';
import { useMedia } from '../../state/useMedia';
import { adjust, commit } from '../../state/useView';
import { layerIds, settingOf, type LayerId, type View } from '../../state/view';
import { AreaTable } from '../AreaTable';
import { ComparePicker } from '../bar/ComparePicker';
import { FilterBar } from '../bar/FilterBar';
import { ExportMenu } from '../export/ExportMenu';
import { exportLegends } from '../export/exportLegends';
import { frameWords, runsOf } from '../export/frameWords';
import { mapPicture } from '../export/mapPicture';
import { Segmented } from '../controls/Segmented';
import { LayerRail } from '../rail/LayerRail';
import { Failed } from '../states/Failed';
import { NewerData } from '../states/NewerData';
import { Note } from '../states/Note';
import { ServerSilent } from '../states/ServerSilent';
import { Timeline } from '../timeline/Timeline';
import { Busy } from './Busy';
import { HoverCard } from './HoverCard';
import { layerEntries } from './layerEntries';
import { filesOf } from './layerFiles';
import { legendOf } from './legends';
import { NoMatch } from './NoMatch';
import { RunningStudy } from './RunningStudy';
import { SidePanel } from './SidePanel';
import { distance, SketchHint } from './SketchHint';
import { SwipeSide, swipeAt } from './SwipeSide';
import { tableRows } from './tableRows';
import { useCards } from './useCards';
import { useDrawing } from './useDrawing';
import { useMapKeys } from './useMapKeys';
import { useSketch } from './useSketch';
import { useMapModel, type Jurisdiction } from './useMapModel';
import { usePolygons } from './usePolygons';

// The map library is most of the code; the frame shows before it has arrived.
const MapCanvas = lazy(() => import('../../map/MapCanvas').then((m) => ({ default: m.MapCanvas })));

interface Props {
  view: View;
  jurisdictions: readonly { code: string; name: string; synthetic: boolean }[];
  jurisdiction: Jurisdiction;
  kind: string | null;
  areas: Result<AreasQuery>;
  palette: Palette;
  theme: 'light' | 'dark';
  onKeys: () => void;
}

/** What the column of tools takes at the right, px. */
const toolsWidth = 48;

const noAreas: NonNullable<AreasQuery['jurisdiction']>['areas'] = [];

export function MapPage({ view, jurisdictions, jurisdiction, kind, areas: areasResult, palette, theme, onKeys }: Props) {
  const model = useMapModel(view, jurisdiction, kind, theme);
  const { span, shown, data, layers, playback } = model;
  const areas = areasResult.data?.jurisdiction?.areas ?? noAreas;
  const box = useMemo(() => boxOf(areas) ?? jurisdiction.bounds, [areas, jurisdiction.bounds]);

  const phone = useMedia('(max-width: 720px)');
  const narrow = useMedia('(max-width: 1179px)');
  const [railChoice, setRailChoice] = useState<boolean | null>(null);
  const railOpen = railChoice ?? !narrow;
  const [openLayer, setOpenLayer] = useState<LayerId | null>(() => view.layers.find((l) => l.id !== 'areas')?.id ?? null);
  const [controls, setControls] = useState<MapControls | null>(null);
  const [hover, setHover] = useState<Hits | null>(null);
  const [pinned, setPinned] = useState<Hits | null>(null);
  const [metresPerPixel, setMetresPerPixel] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [unsupported, setUnsupported] = useState(false);
  const [single, setSingle] = useState<EmergingPattern | null>(null);
  const main = useRef<HTMLElement>(null);

  const selected = areas.find((a) => a.code === view.area) ?? null;
  const panelOpen = selected !== null || view.shape !== null || view.table;
  const { cards, padding, size } = useCards(main, [railOpen, panelOpen, phone, view.layers.length, openLayer, view.beside, metresPerPixel > 0]);
  // On a phone the tools are as wide as a part of the city.
  const free = useMemo(() => (phone && !panelOpen && !railOpen ? { ...padding, right: padding.right + toolsWidth } : padding), [phone, panelOpen, railOpen, padding]);
  const tools = useSketch({ view, palette, metresPerPixel, commit });
  const staleOf = (of: typeof layers) => Object.fromEntries(Object.entries(of).map(([id, result]) => [id, result.stale]));
  const stale = staleOf(layers);
  // While a hand moves the brush the picture is never more than a frame behind; dimming it would flicker.
  const dragging = shown !== model.settled;
  const baseMap = useBaseMap();
  const base = useMemo(() => (baseMap.map ? (baseMap.map.style ? styleBase(baseMap.map.style) : rasterBase(baseMap.map.raster!)) : null), [baseMap.map]);
  const lines = useStreets(jurisdiction.synthetic && controls && !baseMap.map ? jurisdiction.code : null);
  const ways = useMemo(() => (lines ? streets(palette, lines) : null), [palette, lines]);
  const polygons = usePolygons(areas, areasResult.data?.jurisdiction?.outline ?? null, box);
  const common = { view, palette, code: jurisdiction.code, version: jurisdiction.dataset.version, box, areas, polygons, base, streets: ways, single, moving: dragging, contextPlaces: layers.contextPlaces.data?.jurisdiction?.places };
  const { drawing, labels } = useDrawing({ ...common, data, density: model.density, change: model.change, tileFilter: model.tileFilter, stale: dragging ? {} : stale });
  const arriving = areasResult.loading || Object.values(layers).some((l) => l.loading) || (layers.density.data !== undefined && model.density.image === null);
  const { twin } = model;
  const twinDrawing = useDrawing({ ...common, data: twin.data, density: twin.density, change: twin.change, tileFilter: twin.tileFilter, stale: dragging ? {} : staleOf(twin.layers) });
  // Apart, so that a line under the hand does not build the layers anew.
  const whole = useMemo(() => stack(drawing, tools.drawing), [drawing, tools.drawing]);
  const twinWhole = useMemo(() => stack(twinDrawing.drawing, tools.drawing), [twinDrawing.drawing, tools.drawing]);
  const [twinControls, setTwinControls] = useState<MapControls | null>(null);
  // Right of the line the pointer means the other window.
  const sided = (hits: Hits | null): Hits | null =>
    hits && view.swipe !== null && twinControls && hits.x > swipeAt(padding, size.width, view.swipe) ? twinControls.hitsAt(hits.x, hits.y) : hits;

  const select = useCallback((code: string | null) => {
    setPinned(null);
    commit({ area: code, kind, ...(code && { table: false }) });
  }, [kind]);
  /** Adds an area to those that are selected, or takes it away. */
  const extend = (code: string) => {
    const chosen = [...(view.area ? [view.area] : []), ...view.also];
    const [first = null, ...also] = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code];
    commit({ area: first, also, kind, table: false });
  };
  const shape = view.shape && formatShape(view.shape);
  useEffect(() => {
    const drawn = parseShape(shape);
    const place = selected ?? (drawn && { geometry: outlineOf(drawn) });
    const bounds = place && boxOf([place]);
    // The panel's card takes its room first.
    if (controls && bounds) setTimeout(() => controls.reveal(bounds), 60);
  }, [controls, selected, shape]);
  const pick = (under: Hits, adding: boolean) => {
    const hits = sided(under)!;
    if (tools.click(hits.at)) return;
    if ((adding || tools.tool === 'areas') && hits.area) extend(hits.area);
    else if (hits.incident) setPinned(hits);
    else if (hits.area) select(hits.area);
    else setPinned(null);
  };
  const switchLayer = (id: LayerId, on: boolean) => {
    commit({ layers: switched(view.layers, id, on) });
    if (on) setOpenLayer(id);
  };
  const fit = () => {
    controls?.fit();
    adjust({ camera: null });
  };
  const step = (by: number) => {
    if (shown && span) model.release(clamp({ from: shown.from + by, to: shown.to + by }, span));
  };
  const neighbour = (by: 1 | -1) => {
    const order = data.risk ? data.risk.scores.toSorted((a, b) => a.rank - b.rank).map((s) => s.area.code) : areas.map((a) => a.code);
    if (order.length > 0) select(order[(order.indexOf(view.area ?? '') + by + order.length) % order.length]!);
  };
  const close = () => {
    if (pinned) setPinned(null);
    else if (tools.tool !== null) tools.take(null);
    else if (view.table) commit({ table: false });
    else if (view.beside) commit({ beside: null });
    else if (view.area || view.shape) commit({ area: null, shape: null });
    else if (view.measure.length > 0 || view.mark) commit({ measure: [], mark: null });
    else if (phone) setRailChoice(false);
  };
  useMapKeys({
    ' ': playback.toggle, Escape: close, '?': onKeys, t: () => commit({ table: !view.table }), '[': () => setRailChoice(!railOpen), ']': close,
    ArrowLeft: () => step(-playback.step), ArrowRight: () => step(playback.step),
    'Shift+ArrowLeft': () => shown && step(shown.from - shown.to), 'Shift+ArrowRight': () => shown && step(shown.to - shown.from),
    n: () => neighbour(1), p: () => neighbour(-1), Enter: () => (tools.pointing ? tools.done() : controls?.pickCentre(false)), 'Shift+Enter': () => controls?.pickCentre(true), Backspace: tools.undo, d: () => tools.take('polygon'), m: () => tools.take('measure'),
    '+': () => controls?.zoomBy(1), '-': () => controls?.zoomBy(-1), 0: fit,
    c: () => commit(compareBy(view, comparingOf(view) === 'off' ? 'swipe' : 'off')), s: () => document.getElementById('swipe')?.focus(),
    ...Object.fromEntries(layerIds.map((id, i) => [String(i + 1), () => switchLayer(id, !settingOf(view, id))])),
  });

  const kindName = jurisdiction.areaKinds.find((k) => k.code === kind)?.label ?? '';
  const inputs = {
    view, palette, layers, data, single, onSingle: setSingle, kinds: jurisdiction.areaKinds, kind, placeKinds: jurisdiction.placeKinds, placeKind: model.placeKind, code: jurisdiction.code, filter: model.filter, dataVersion: jurisdiction.dataset.version, dots: zoom >= 12,
    officerInitiated: jurisdiction.offenceCategories.filter((c) => c.officerInitiated && view.categories.includes(c.code)).map((c) => c.label),
    pictureFailed: model.pictureFailed, top: model.top, framed: model.framed, period: shown ? lengthInWords(shown) : '', reports: model.reports ?? 0, adjust, commit,
  };
  const exported = unsupported || !controls || !shown ? null : (format: 'png' | 'svg') => mapPicture({
    controls, padding, size, palette, format,
    twin: view.swipe !== null && twinControls ? { controls: twinControls, at: swipeAt(padding, size.width, view.swipe) } : null,
    frame: frameWords({ jurisdiction, view, window: shown, other: model.other, kindName, metresPerPixel, legends: exportLegends(inputs), attribution: baseMap.map?.attribution ?? null, runs: runsOf(view, data) }),
  });
  const shownRun = openLayer === 'forecastChange' ? data.forecastChange?.rising.run : openLayer && openLayer in data ? data[openLayer as Exclude<keyof typeof data, 'forecastChange'>]?.run : undefined;
  const legends = view.layers.filter((l) => l.id !== 'areas').map((l) => ({ id: l.id, body: legendOf(l.id, inputs, true) }));
  const tip = hover?.incident ? hover : (pinned ?? hover);
  const offence = (code: string) => jurisdiction.offenceCategories.find((c) => c.code === code)?.label ?? code;

  return (
    <>
      <FilterBar
        {...{ jurisdictions, jurisdiction, span, areas }} categories={view.categories} window={shown} onArea={select}
        onJurisdiction={(j) => commit({ jurisdiction: j, area: null, kind: null, categories: [], from: null, to: null, camera: null })}
        onCategories={(categories) => commit({ categories })} onWindow={model.release} onPlace={(at) => { commit({ mark: at }); controls?.show(at); }}
        exports={<ExportMenu picture={exported} fileName={`${jurisdiction.code}-${view.layers.findLast((l) => l.id !== 'areas')?.id ?? 'areas'}-${shown ? toIso(shown.from) : ''}`} layers={view.layers.map((l) => ({ name: layerText[l.id].name, files: Object.entries(filesOf(l.id, data)).map(([name, url]) => ({ name, url })) })).filter((l) => l.files.length > 0)} />}
        compare={shown && span && <ComparePicker view={view} window={shown} span={span} onChange={commit} />}
      />
      <main ref={main} className="main" aria-label="Map" style={{ '--middle': `${(padding.left + size.width - padding.right) / 2}px` } as CSSProperties}>
        <h1 className="unseen">Reported incidents in {jurisdiction.name}{shown && `, ${windowInWords(shown)}`}, {offencesInWords(view.categories, jurisdiction.offenceCategories)} offences</h1>
        {unsupported
          ? <div className="centre"><Note icon={MapIcon} title="This browser cannot draw the map (no WebGL)" actions={<button type="button" className="button primary" onClick={() => commit({ table: true })}>Open the table</button>}>Tables and charts work as usual.</Note></div>
          : <Suspense fallback={<div className="map-canvas" />}>
              <MapCanvas
                {...{ palette, box, cards, labels }} padding={free} drawing={whole} sketching={tools.tool !== null && tools.tool !== 'areas'} fitted={!(phone && (panelOpen || railOpen))} camera={view.camera} arriving={arriving} moving={dragging}
                onCamera={(camera, mpp, byUser) => { setMetresPerPixel(mpp); setZoom(camera.zoom); if (!byUser) return; setPinned(null); adjust({ camera }); }}
                onPick={pick} onHover={(hits) => { tools.hover(hits); setHover(tools.tool === null ? sided(hits) : null); }} onReady={setControls} onUnsupported={() => setUnsupported(true)}
              />
            </Suspense>}
        {view.swipe !== null && controls && shown && model.other && (
          <SwipeSide
            drawing={twinWhole} labels={twinDrawing.labels} {...{ palette, padding, cards }} moving={dragging} width={size.width} leader={controls} position={view.swipe} onMove={(swipe) => adjust({ swipe })} onReady={setTwinControls}
            sides={[{ window: shown, reports: model.reports }, { window: model.other, reports: twin.reports }]}
          />
        )}
        {comparingOf(view) !== 'off' && (
          <div className="compare-ways" style={{ right: padding.right + (phone ? 8 : 140), ...(phone && { bottom: padding.bottom + 8 }) }}>
            <Segmented label="Compare by" value={comparingOf(view)} onChange={(how) => commit(compareBy(view, how))} options={[{ value: 'swipe', label: 'Swipe' }, { value: 'difference', label: 'Difference' }]} />
          </div>
        )}
        {model.silent && <ServerSilent since={model.silent.at} retryAt={model.silent.retryAt} retry={model.silent.retry} />}
        {!model.silent && <NewerData code={jurisdiction.code} shown={jurisdiction.dataset} />}
        {!(phone && (panelOpen || railOpen)) && <RunningStudy runs={model.openRuns} />}
        {model.busy && !dragging && <Busy incidents={jurisdiction.dataset.incidents} onCancel={model.stop} />}
        {railOpen && (
          <aside className={phone ? 'card sheet' : 'card rail'} aria-label="Layers">
            {phone && <div className="sheet-grip" aria-hidden />}
            <LayerRail
              entries={layerEntries(inputs)} open={openLayer} onOpen={setOpenLayer} onSwitch={switchLayer} order={view.layers.map((l) => l.id)} onRaise={(id, by) => commit({ layers: raised(view.layers, id, by) })} onCollapse={() => setRailChoice(false)}
              data={{ words: `Data ${jurisdiction.dataset.version.slice(0, 8)}${span ? ` · ${dayInWords(span.to - 1)}` : ''}`, title: `Data version ${jurisdiction.dataset.version}` }}
              run={shownRun ? { words: `Run ${shownRun.id.slice(0, 8)}`, title: `Run ${shownRun.id}, code ${shownRun.codeVersion}, parameters ${JSON.stringify(shownRun.parameters)}` } : null}
            />
          </aside>
        )}
        {!railOpen && (!phone || !panelOpen) && (
          <aside className="card legend-chip" aria-label="Legend">
            <div className="card-head">
              <h2 className="strong">{legends.map((l) => layerText[l.id].name).join(', ') || 'Layers'}</h2><span className="spring" />
              {!phone && <button type="button" className="icon-button" aria-label="Show layers" title="Show layers ([)" onClick={() => setRailChoice(true)}><PanelLeftOpen size={16} strokeWidth={1.75} aria-hidden /></button>}
            </div>
            {legends.some((l) => l.body) && <div className="legends">{legends.map((l) => <div key={l.id} className={!dragging && stale[l.id] ? 'dim' : undefined}>{l.body}</div>)}</div>}
          </aside>
        )}
        {!(phone && (panelOpen || railOpen)) && (
          <MapTools controls={unsupported ? null : controls} right={padding.right + (phone ? 12 : 8)} tableOpen={view.table} onTable={() => commit({ table: !view.table })} onLayers={phone ? () => setRailChoice(true) : null} onFit={fit} sketch={tools} onCircle={() => controls && commit({ shape: { kind: 'circle', centre: controls.centre(), metres: 800 }, area: null, table: false })} />
        )}
        <SketchHint tools={tools} bottom={padding.bottom + 24} areas={view.area ? 1 + view.also.length : 0} />
        {tools.tool === null && view.measure.length > 1 && (
          <div className="floating bottom-note sketch-hint row" role="status" style={{ bottom: padding.bottom + 24 }}><span><b className="medium">{distance(lengthAlong(view.measure))}</b> <span className="second">along {plural(view.measure.length - 1, 'piece')}</span></span><button type="button" className="button" onClick={() => commit({ measure: [] })}>Clear</button></div>
        )}
        {(baseMap.map ?? baseMap.failed) && <p className="attribution" style={{ left: padding.left + 8, bottom: padding.bottom + 4 }}>{baseMap.map ? baseMap.map.attribution : 'The base map does not answer'}</p>}
        {metresPerPixel > 0 && !unsupported && (
          <div className="scale-bar" style={phone ? { left: 12, top: 10 } : { right: padding.right + 52, bottom: 12 }}><ScaleBar metresPerPixel={metresPerPixel} /></div>
        )}
        {tip && <Tip hits={tip} {...{ size }} body={HoverCard({ hits: tip, units: data.places?.units, placeKind: data.nearby?.kind.label ?? '', areaName: areas.find((a) => a.code === tip.area)?.name, risk: settingOf(view, 'risk') && data.risk, clusters: data.clusters, offence })} />}
        {model.reports === 0 && shown && span && !model.daily.stale && (
          <div className="floating bottom-note">
            <NoMatch
              offences={offencesInWords(view.categories, jurisdiction.offenceCategories)} window={shown} last={model.lastIncident}
              onWiden={() => model.release(clamp({ from: shown.to - 28, to: shown.to }, span))} onClear={() => commit({ categories: [], from: null, to: null })}
            />
          </div>
        )}
        {areasResult.error && <div className="floating bottom-note"><Failed what="Areas" error={areasResult.error} retry={areasResult.retry} /></div>}
        {!view.table && shown && span && (
          <SidePanel {...{ view, model, areas, kindName, span, phone, commit, adjust }} window={shown} dataVersion={jurisdiction.dataset.version} risk={layers.risk} label={offence} />
        )}
        {view.table && shown && (
          <aside className={phone ? 'card sheet tall' : 'card panel'} aria-label="Table of areas">
            <AreaTable
              kindName={kindName} period={windowInWords(shown)} rows={tableRows(areas, model.table.now.data, model.table.before.data)} before={baselineInWords(shown, view.vs)} stale={model.table.now.stale && !dragging}
              risk={settingOf(view, 'risk') ? data.risk : undefined} selected={view.area} onSelect={select} onClose={() => commit({ table: false })}
            />
          </aside>
        )}
      </main>
      {phone && panelOpen ? null : model.series && shown && span
        ? <Timeline series={model.series} span={span} window={shown} playback={playback} compact={phone} other={comparingOf(view) === 'off' ? null : model.other} against={view.vs} stale={model.daily.stale} onDrag={model.drag} onRelease={model.release} />
        : <footer className="timeline" aria-label="Time" />}
    </>
  );
}

const Tip = ({ hits, size, body }: { hits: Hits; size: { width: number; height: number }; body: React.ReactNode }) =>
  body ? <Tooltip x={hits.x} y={hits.y} width={size.width} height={size.height}>{body}</Tooltip> : null;
