import { useMemo, useState } from 'react';
import { AreaCountsDocument, DailyCountsDocument, LastIncidentDocument, type JurisdictionQuery } from '../../api/generated';
import { useAreaFigures } from '../../api/useAreaFigures';
import { usePlaceFigures } from '../../api/usePlaceFigures';
import { useOpenRuns } from '../../api/useOpenRuns';
import { useQuery } from '../../api/useQuery';
import { baselineWindow } from '../../state/baseline';
import { dailySeries, totalIn } from '../../state/dailySeries';
import { incidentFilter } from '../../state/filter';
import { whereOf } from '../../state/shape';
import { isoWindow, lengthOf, spanOf, windowOf, type TimeWindow } from '../../state/timeWindow';
import { commit } from '../../state/useView';
import { settingOf, type View } from '../../state/view';
import { usePlayback } from '../timeline/usePlayback';
import { useDensityFrames } from './useDensityFrames';
import { useFramePictures } from './useFramePictures';
import { useSurfaces } from './useSurfaces';
import { everyLayer, useWindowLayers } from './useWindowLayers';

export type Jurisdiction = NonNullable<JurisdictionQuery['jurisdiction']>;

/** Everything the map page shows, from the view and the API: time, totals, layers of both windows, the selected area. */
export function useMapModel(view: View, jurisdiction: Jurisdiction, kind: string | null, theme: 'light' | 'dark') {
  const { code, dataset } = jurisdiction;
  const span = useMemo(() => spanOf(dataset), [dataset]);
  // What the brush or the player shows before it is committed to the address.
  const [draft, setDraft] = useState<TimeWindow | null>(null);
  const settled = useMemo(() => (span ? windowOf(view.from, view.to, span) : null), [view.from, view.to, span]);
  const shown = draft ?? settled;
  const swiping = view.swipe !== null;
  const other = useMemo(() => (shown ? baselineWindow(shown, view.vs) : null), [shown, view.vs]);

  const release = (w: TimeWindow) => {
    setDraft(null);
    commit(isoWindow(w));
  };
  const dense = settingOf(view, 'density') !== undefined;
  // Asked for when the player is first used: they cost the server a second's work.
  const [played, setPlayed] = useState(false);
  const frames = useDensityFrames({ code, view, span, length: settled ? lengthOf(settled) : 84, theme, wanted: dense && (played || view.options.scale === 'absolute') });
  const pictures = useFramePictures();
  // Where the player stopped, whose last frame stays until its density has arrived.
  const [stopped, setStopped] = useState<TimeWindow | null>(null);
  const stop = (w: TimeWindow) => {
    setStopped(w);
    release(w);
  };
  const playback = usePlayback(shown, span, setDraft, stop, (w, step, mode) => {
    if (!dense || mode !== 'moving' || swiping) return true;
    setPlayed(true);
    return played && !frames.pending && (!frames.ready || pictures.has(frames.address(w), frames.ahead(w, step)));
  });
  const frame = shown && frames.ready ? pictures.get(frames.address(shown)) : null;
  const framed = dense && !swiping && playback.playing && playback.mode === 'moving' && frame !== null;

  const daily = useQuery(DailyCountsDocument, { code, filter: incidentFilter(null, view.categories) });
  const rows = daily.data?.jurisdiction?.counts;
  const series = useMemo(() => (rows && span ? dailySeries(rows, span) : null), [rows, span]);
  const reports = series && shown ? totalIn(series, shown) : null;

  const filter = useMemo(() => incidentFilter(shown, view.categories), [shown, view.categories]);
  const tileWindow = playback.playing ? shown : settled;
  const tileFilter = useMemo(() => incidentFilter(tileWindow, view.categories), [tileWindow, view.categories]);
  const placeKind = (jurisdiction.placeKinds.find((k) => k.code === view.placeKind) ?? jurisdiction.placeKinds[0])?.code ?? null;
  const { layers, data } = useWindowLayers({ code, kind, placeKind, view, filter, also: view.area !== null ? ['risk'] : [], except: framed ? ['density'] : [] });

  const otherFilter = useMemo(() => incidentFilter(other, view.categories), [other, view.categories]);
  const otherTiles = useMemo(() => incidentFilter(tileWindow && baselineWindow(tileWindow, view.vs), view.categories), [tileWindow, view.vs, view.categories]);
  // Risk and forecasts look ahead from today whichever window is shown, and the change is of both.
  const twin = useWindowLayers({ code, kind, placeKind, view, filter: otherFilter, except: swiping ? ['risk', 'forecastChange', 'change'] : everyLayer });
  const twinData = { ...twin.data, risk: data.risk, forecastChange: data.forecastChange };

  const top = view.options.scale === 'absolute' && settled && frames.top !== null ? (frames.top * lengthOf(settled)) / 28 : Math.max(data.density?.max ?? 0, twin.data.density?.max ?? 0);
  const common = { theme, top, ownTop: view.options.scale === 'own' && !swiping, percentile: view.options.scale === 'percentile', measure: view.options.measure };
  const surfaces = useSurfaces({ data, ...common });
  const twinSurfaces = useSurfaces({ data: twin.data, ...common });
  const waits = stopped !== null && shown?.from === stopped.from && shown.to === stopped.to && (layers.density.stale || layers.density.loading || !surfaces.current);

  const year = useMemo(() => {
    const to = Math.min(settled?.to ?? 0, (span?.completeThrough ?? 0) + 1);
    return { from: to - 364, to };
  }, [settled, span]);
  const asked = { code, categories: view.categories, window: shown, other, year };
  const one = (wanted: string | null) => (kind && wanted && view.also.length === 0 && !view.shape ? { kind, code: wanted } : null);
  const area = useAreaFigures({ ...asked, area: one(view.area), model: view.model });
  const beside = useAreaFigures({ ...asked, area: one(view.beside), model: view.model });
  const several = kind && view.area && view.also.length > 0 ? { areas: { kind, codes: [view.area, ...view.also] } } : null;
  const place = usePlaceFigures({ ...asked, where: view.shape ? whereOf(view.shape) : several });

  const counts = view.table && kind && shown ? { code, kind, filter } : null;
  const before = counts && { ...counts, filter: otherFilter };
  const table = { now: useQuery(AreaCountsDocument, counts), before: useQuery(AreaCountsDocument, before) };
  const last = useQuery(LastIncidentDocument, reports === 0 && shown ? { code, filter: { ...filter, from: undefined } } : null);

  const retryFailed = () => [layers.risk, layers.forecastChange, area.forecast].forEach((r) => { if (r.error) r.retry(); });
  const openRuns = useOpenRuns(code, retryFailed);

  const all = [daily, ...Object.values(layers), ...Object.values(twin.layers)];
  return {
    openRuns, span, settled, shown, other, playback, daily, series, reports, filter, tileFilter, layers, data, area, beside, place, table, placeKind, framed,
    density: frame && (framed || waits) ? { image: frame, box: frames.box } : surfaces.density,
    change: surfaces.change,
    twin: { layers: twin.layers, data: twinData, ...twinSurfaces, tileFilter: otherTiles, reports: series && other ? totalIn(series, other) : null },
    /** Incidents/km² at the end of the density's bar. */
    top: framed ? (frames.top ?? 0) : top,
    pictureFailed: surfaces.failed || twinSurfaces.failed,
    lastIncident: last.data?.jurisdiction?.incidents.nodes[0]?.occurredAt ?? null,
    drag: setDraft,
    release,
    busy: all.some((r) => r.loading && !r.error),
    stop: () => all.forEach((r) => { if (r.loading) r.stop(); }),
    /** The first result that waits for a silent server, if any. */
    silent: all.find((r) => r.retryAt > 0) ?? null,
  };
}

export type MapModel = ReturnType<typeof useMapModel>;
