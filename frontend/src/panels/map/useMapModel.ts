import { useMemo, useState } from 'react';
import { AreaCountsDocument, DailyCountsDocument, LastIncidentDocument, type JurisdictionQuery } from '../../api/generated';
import { useAreaFigures } from '../../api/useAreaFigures';
import { useImage } from '../../api/useImage';
import { useOpenRuns } from '../../api/useOpenRuns';
import { useLayers } from '../../api/useLayers';
import { useQuery } from '../../api/useQuery';
import { absolute } from '../../api/client';
import { dailySeries, totalIn } from '../../state/dailySeries';
import { incidentFilter } from '../../state/filter';
import { isoWindow, spanOf, windowOf, type TimeWindow } from '../../state/timeWindow';
import { commit } from '../../state/useView';
import { settingOf, type View } from '../../state/view';
import { usePlayback } from '../timeline/usePlayback';

export type Jurisdiction = NonNullable<JurisdictionQuery['jurisdiction']>;

/** Everything the map page shows, from the view and the API: time, totals, layers, the selected area. */
export function useMapModel(view: View, jurisdiction: Jurisdiction, kind: string | null, theme: 'light' | 'dark') {
  const { code, dataset } = jurisdiction;
  const span = useMemo(() => spanOf(dataset), [dataset]);
  // What the brush or the player shows before it is committed to the address.
  const [draft, setDraft] = useState<TimeWindow | null>(null);
  const settled = useMemo(() => (span ? windowOf(view.from, view.to, span) : null), [view.from, view.to, span]);
  const shown = draft ?? settled;

  const release = (w: TimeWindow) => {
    setDraft(null);
    commit(isoWindow(w));
  };
  const playback = usePlayback(shown, span, setDraft, release);

  const daily = useQuery(DailyCountsDocument, { code, filter: incidentFilter(null, view.categories) });
  const rows = daily.data?.jurisdiction?.counts;
  const series = useMemo(() => (rows && span ? dailySeries(rows, span) : null), [rows, span]);
  const reports = series && shown ? totalIn(series, shown) : null;

  const on = (id: Parameters<typeof settingOf>[1]) => settingOf(view, id) !== undefined;
  const filter = useMemo(() => incidentFilter(shown, view.categories), [shown, view.categories]);
  const tileWindow = playback.playing ? shown : settled;
  const tileFilter = useMemo(() => incidentFilter(tileWindow, view.categories), [tileWindow, view.categories]);
  const bySettings = view.options.sure === 'settings';
  const layers = useLayers({
    code, filter, kind, parameters: view.parameters, options: view.options, risk: view.risk,
    wanted: {
      density: on('density'), contours: on('contours'), hotspots: on('hotspots') && !bySettings, stability: on('hotspots') && bySettings, clusters: on('clusters'),
      change: on('change'), emerging: on('emerging'), nearRepeat: on('nearRepeat'), places: on('places'), forecastChange: on('forecastChange'), risk: on('risk') || view.area !== null,
    },
  });
  const data = {
    density: layers.density.data?.jurisdiction?.density,
    contours: layers.contours.data?.jurisdiction?.density,
    change: layers.change.data?.jurisdiction?.densityChange,
    stability: layers.stability.data?.jurisdiction?.hotspotStability,
    emerging: layers.emerging.data?.jurisdiction?.emergingHotspots,
    nearRepeat: layers.nearRepeat.data?.jurisdiction?.nearRepeat,
    places: layers.places.data?.jurisdiction?.placeForecast,
    forecastChange: layers.forecastChange.data?.jurisdiction ?? undefined,
    hotspots: layers.hotspots.data?.jurisdiction?.hotspots,
    clusters: layers.clusters.data?.jurisdiction?.clusters,
    risk: layers.risk.data?.jurisdiction?.riskScores,
  };
  const picture = useImage(data.density ? pictureAddress(data.density.imageUrl, { theme, ...(view.scaleMax !== null && { max: String(view.scaleMax) }) }) : null);
  const changePicture = useImage(data.change ? pictureAddress(data.change.imageUrl, { theme, measure: view.options.measure }) : null);

  const year = useMemo(() => {
    const to = Math.min(settled?.to ?? 0, (span?.completeThrough ?? 0) + 1);
    return { from: to - 364, to };
  }, [settled, span]);
  const area = useAreaFigures({ code, area: kind && view.area ? { kind, code: view.area } : null, categories: view.categories, model: view.model, year });

  const counts = view.table && kind && shown ? { code, kind, filter } : null;
  const before = counts && shown ? { ...counts, filter: incidentFilter({ from: shown.from - 364, to: shown.to - 364 }, view.categories) } : null;
  const table = { now: useQuery(AreaCountsDocument, counts), before: useQuery(AreaCountsDocument, before) };
  const last = useQuery(LastIncidentDocument, reports === 0 && shown ? { code, filter: { ...filter, from: undefined } } : null);

  const retryFailed = () => [layers.risk, layers.forecastChange, area.forecast].forEach((r) => { if (r.error) r.retry(); });
  const openRuns = useOpenRuns(code, retryFailed);

  return {
    openRuns, span, settled, shown, playback, daily, series, reports, filter, tileFilter, layers, data, area, table,
    image: picture.image,
    changeImage: changePicture.image,
    pictureFailed: picture.failed || changePicture.failed,
    lastIncident: last.data?.jurisdiction?.incidents.nodes[0]?.occurredAt ?? null,
    drag: setDraft,
    release,
    busy: [daily, ...Object.values(layers)].some((r) => r.loading && !r.error),
    /** The first result that waits for a silent server, if any. */
    silent: [daily, ...Object.values(layers)].find((r) => r.retryAt > 0) ?? null,
  };
}

export type MapModel = ReturnType<typeof useMapModel>;

function pictureAddress(imageUrl: string, parameters: Record<string, string>): string {
  const address = new URL(absolute(imageUrl));
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
