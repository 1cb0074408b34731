import type { ForecastModel } from '../api/generated';
import { formatForecast, parseForecast, type ForecastView } from './forecastView';
import { parseBaseline, type Baseline } from './baseline';
import { defaultOptions, parseOptions, type Options } from './options';
import { defaultParameters, parameterRange, type Parameters } from './parameters';
import { formatRisk, parseRisk, type RiskView } from './riskView';
import type { LonLat } from './geodesy';
import { asWritten, formatPoints, formatShape, parsePoints, parseShape, type Shape } from './shape';
import { formatStaffing, parseStaffing, type StaffingView } from './staffingView';

export type LayerId = 'density' | 'contours' | 'hotspots' | 'clusters' | 'change' | 'emerging' | 'nearRepeat' | 'risk' | 'places' | 'forecastChange' | 'nearby' | 'incidents' | 'areas';
export type Page = 'map' | 'trends' | 'forecasts' | 'risk' | 'staffing' | 'briefing' | 'runs' | 'data' | 'design';
export type Theme = 'light' | 'dark';

export interface LayerSetting { id: LayerId; opacity: number }
export interface Camera { latitude: number; longitude: number; zoom: number }

/** All that the user sees. The address bar is its only store; null means "the default of the data". */
export interface View {
  page: Page;
  jurisdiction: string | null;
  /** ISO dates, half-open. */
  from: string | null;
  to: string | null;
  /** Offence codes; empty = all. */
  categories: string[];
  kind: string | null;
  area: string | null;
  /** Further selected areas of the same kind, whose figures are summed with it. */
  also: string[];
  /** An area of the same kind that stands beside it in the panel. */
  beside: string | null;
  shape: Shape | null;
  /** Corners of a line that is measured. */
  measure: readonly LonLat[];
  /** A place that was looked up by its coordinates. */
  mark: LonLat | null;
  layers: LayerSetting[];
  parameters: Parameters;
  options: Options;
  /** Kind of context places; null = the first that is loaded. */
  placeKind: string | null;
  risk: RiskView;
  staffing: StaffingView;
  forecast: ForecastView;
  /** What the window is compared with, on the map and in every figure. */
  vs: Baseline;
  /** Where the swipe's handle stands, per cent of the free map from the left; null = no swipe. */
  swipe: number | null;
  /** Which model forecasts; null = the best by scorecard. */
  model: ForecastModel | null;
  camera: Camera | null;
  theme: Theme | null;
  table: boolean;
  /** Ids of at most two runs that are set side by side. */
  compared: string[];
  /** On the page of data: "new", "file-ID" of a file that was sent, or the run of an import; null = none. */
  importing: string | null;
}

export const layerIds: readonly LayerId[] = ['density', 'contours', 'hotspots', 'clusters', 'change', 'emerging', 'nearRepeat', 'risk', 'places', 'forecastChange', 'incidents', 'areas', 'nearby'];
export const defaultLayers: readonly LayerSetting[] = [{ id: 'density', opacity: 0.9 }, { id: 'areas', opacity: 1 }];

/** Models that can be asked for by name, most promising first. */
export const forecastModels: readonly ForecastModel[] = [
  'ENSEMBLE', 'LSTM', 'LSTM_GLOBAL', 'ETS', 'NEGATIVE_BINOMIAL', 'SARIMAX', 'AUTO_SARIMAX', 'THETA', 'PROPHET', 'BOOSTED_TREES', 'CROSTON', 'TSB',
  'MEAN', 'SEASONAL_NAIVE', 'NAIVE', 'DRIFT',
];

const paths: Record<Page, string> = { map: '/', trends: '/trends', forecasts: '/forecasts', risk: '/risk', staffing: '/staffing', briefing: '/briefing', runs: '/runs', data: '/data', design: '/design' };
const pageOf = (pathname: string): Page => (Object.keys(paths) as Page[]).find((p) => paths[p] === pathname.replace(/\/$/, '')) ?? 'map';

/** Reads a view from an address; whatever is not understood falls back to its default. */
export function parseView(pathname: string, search: string): View {
  const q = new URLSearchParams(search);
  const [kind, area] = split(q.get('area'));
  const theme = q.get('theme');
  const parameters = { ...defaultParameters };
  for (const name of Object.keys(parameters) as (keyof Parameters)[]) {
    const value = number(q.get(name));
    const { min, max } = parameterRange[name];
    if (value !== null && value >= min && value <= max) parameters[name] = value;
  }
  const swipe = number(q.get('swipe'));
  return {
    page: pageOf(pathname),
    jurisdiction: q.get('j'),
    from: q.get('from'),
    to: q.get('to'),
    categories: q.get('cat')?.split(',').filter(Boolean) ?? [],
    kind: q.get('kind') ?? kind,
    area,
    also: area ? (q.get('also')?.split(',').filter((c) => c && c !== area) ?? []) : [],
    beside: area && q.get('beside') !== area ? q.get('beside') : null,
    shape: parseShape(q.get('shape')),
    measure: parsePoints(q.get('measure')),
    mark: parsePoints(q.get('mark'))[0] ?? null,
    layers: q.has('layers') ? parseLayers(q.get('layers')!) : [...defaultLayers],
    parameters,
    options: parseOptions(q),
    placeKind: q.get('near'),
    risk: parseRisk(q),
    staffing: parseStaffing(q),
    forecast: parseForecast(q),
    vs: parseBaseline(q.get('vs')),
    swipe: swipe !== null && swipe >= 0 && swipe <= 100 ? swipe : null,
    model: forecastModels.find((m) => m === q.get('model')) ?? null,
    camera: parseCamera(q.get('view')),
    theme: theme === 'dark' || theme === 'light' ? theme : null,
    table: q.get('table') === '1',
    compared: q.get('runs')?.split(',').filter(Boolean).slice(0, 2) ?? [],
    importing: pageOf(pathname) === 'data' ? q.get('import') : null,
  };
}

/** The view after a change: what stood beside another area, or was drawn in another city, goes with it. */
export function changed(v: View, patch: Partial<View>): View {
  const elsewhere = 'jurisdiction' in patch && patch.jurisdiction !== v.jurisdiction;
  const reselected = elsewhere || 'area' in patch || ('kind' in patch && patch.kind !== v.kind);
  return {
    ...v,
    ...(elsewhere && { shape: null, measure: [], mark: null, camera: null }),
    ...(reselected && { also: [], beside: null }),
    ...(patch.area && { shape: null }),
    ...patch,
    // A link must give the same figures as the view that it was copied from.
    ...(patch.shape && { shape: asWritten(patch.shape) }),
  };
}

/** The address of a view: path and query; defaults are left out, so links stay short. */
export function formatView(v: View): string {
  const parts: [string, string][] = [];
  const put = (name: string, value: string | null | false) => { if (value) parts.push([name, value]); };
  put('j', v.jurisdiction);
  put('from', v.from);
  put('to', v.to);
  put('cat', v.categories.join(','));
  put('kind', v.area ? null : v.kind);
  put('area', v.area && `${v.kind ?? ''}:${v.area}`);
  put('also', v.area && v.also.join(','));
  put('beside', v.area && v.beside);
  put('shape', v.shape && formatShape(v.shape));
  put('measure', formatPoints(v.measure));
  put('mark', v.mark && formatPoints([v.mark]));
  const layers = formatLayers(v.layers);
  if (layers !== formatLayers(defaultLayers)) parts.push(['layers', layers]);
  for (const [name, value] of Object.entries(v.parameters) as [keyof Parameters, number | null][])
    put(name, value !== defaultParameters[name] && String(value));
  for (const [name, value] of Object.entries(v.options) as [keyof Options, string][]) put(name, value !== defaultOptions[name] && value);
  for (const [name, value] of [...formatRisk(v.risk), ...formatStaffing(v.staffing), ...formatForecast(v.forecast)]) put(name, value);
  put('vs', v.vs !== 'year' && v.vs);
  put('swipe', v.swipe === null ? null : String(Math.round(v.swipe)));
  put('near', v.placeKind);
  put('model', v.model);
  put('view', v.camera && `${v.camera.latitude.toFixed(5)},${v.camera.longitude.toFixed(5)},${v.camera.zoom.toFixed(3)}`);
  put('theme', v.theme);
  put('table', v.table && '1');
  put('runs', v.compared.join(','));
  put('import', v.page === 'data' && v.importing);
  // Commas and colons are legal in a query and keep the address readable.
  const query = parts.map(([k, value]) => `${k}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@')}`).join('&');
  return paths[v.page] + (query && `?${query}`);
}

export const settingOf = (v: View, id: LayerId): LayerSetting | undefined => v.layers.find((l) => l.id === id);

const formatLayers = (layers: readonly LayerSetting[]): string =>
  layers.map((l) => (l.opacity === 1 ? l.id : `${l.id}:${+l.opacity.toFixed(2)}`)).join(',');

function parseLayers(text: string): LayerSetting[] {
  const found: LayerSetting[] = [];
  for (const part of text.split(',')) {
    const [name, opacity] = split(part);
    const id = layerIds.find((l) => l === (name ?? opacity));
    const value = name === null ? 1 : number(opacity);
    if (id && value !== null && value >= 0 && value <= 1 && !found.some((l) => l.id === id)) found.push({ id, opacity: value });
  }
  return found;
}

function parseCamera(text: string | null): Camera | null {
  const [latitude, longitude, zoom] = (text ?? '').split(',').map(Number);
  const usable = Math.abs(latitude!) <= 85 && Math.abs(longitude!) <= 180 && zoom! >= 0 && zoom! <= 24;
  return usable ? { latitude: latitude!, longitude: longitude!, zoom: zoom! } : null;
}

/** "a:b" → [a, b]; "b" → [null, b]. */
function split(text: string | null): [string | null, string | null] {
  if (!text) return [null, null];
  const at = text.indexOf(':');
  return at < 0 ? [null, text] : [text.slice(0, at), text.slice(at + 1)];
}

function number(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
