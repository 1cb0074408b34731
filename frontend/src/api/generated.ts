/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** code and label: names of properties; slug: codes are made of the property's values. name and timeZone: of a jurisdiction that is made. */
export type AreaFileInput = {
  codeProperty: string;
  crs?: string | null | undefined;
  jurisdiction: string;
  kind: string;
  label?: string | null | undefined;
  name?: string | null | undefined;
  nameProperty: string;
  populationProperty?: string | null | undefined;
  slug?: boolean | null | undefined;
  timeZone?: string | null | undefined;
  upload: string | number;
};

export type AreasRef = {
  codes: Array<string>;
  kind: string;
};

export type BoundsInput = {
  east: number;
  north: number;
  south: number;
  west: number;
};

/** severity: 1–100. What is set by hand stays when files are imported later. */
export type CategoryInput = {
  code: string;
  group: string;
  label: string;
  officerInitiated?: boolean | null | undefined;
  severity: number;
};

export type ChangeDirection =
  | 'FALL'
  | 'NONE'
  | 'RISE';

export type ClusterMethod =
  | 'DBSCAN'
  | 'HDBSCAN'
  | 'ST_DBSCAN';

/** Columns by their names in the header. Either category, or constant: one offence for the whole file. crs: of x and y. formats: empty for ISO 8601. */
export type ColumnMappingInput = {
  areas?: Array<StatedAreaInput> | null | undefined;
  category?: string | null | undefined;
  constant?: string | null | undefined;
  crs?: string | null | undefined;
  encoding?: string | null | undefined;
  formats?: Array<string> | null | undefined;
  id?: string | null | undefined;
  keep?: Array<string> | null | undefined;
  number?: string | null | undefined;
  occurred: string;
  reported?: string | null | undefined;
  time?: string | null | undefined;
  to?: string | null | undefined;
  x?: string | null | undefined;
  y?: string | null | undefined;
};

/** TIME: the time of day where OCCURRED holds the day alone; X and Y: longitude and latitude, or easting and northing; NUMBER: what rows of one incident share */
export type ColumnRole =
  | 'AREA'
  | 'CATEGORY'
  | 'ID'
  | 'NUMBER'
  | 'OCCURRED'
  | 'REPORTED'
  | 'TIME'
  | 'TO'
  | 'X'
  | 'Y';

export type DecompositionMethod =
  | 'ADDITIVE'
  /** STL of the week and the year of daily counts; of one season elsewhere */
  | 'MSTL'
  | 'MULTIPLICATIVE'
  | 'STL';

export type EmergingPattern =
  | 'CONSECUTIVE_COLD'
  | 'CONSECUTIVE_HOT'
  | 'DIMINISHING_COLD'
  | 'DIMINISHING_HOT'
  | 'HISTORICAL_COLD'
  | 'HISTORICAL_HOT'
  | 'INTENSIFYING_COLD'
  | 'INTENSIFYING_HOT'
  | 'NEW_COLD'
  | 'NEW_HOT'
  | 'NONE'
  | 'OSCILLATING_COLD'
  | 'OSCILLATING_HOT'
  | 'PERSISTENT_COLD'
  | 'PERSISTENT_HOT'
  | 'SPORADIC_COLD'
  | 'SPORADIC_HOT';

export type FileFormat =
  | 'CSV'
  | 'GEO_JSON';

export type ForecastModel =
  | 'AUTO_SARIMAX'
  | 'BEST'
  | 'BOOSTED_TREES'
  | 'CROSTON'
  | 'DRIFT'
  | 'ENSEMBLE'
  | 'ETS'
  | 'LSTM'
  | 'LSTM_GLOBAL'
  | 'MEAN'
  | 'NAIVE'
  | 'NEGATIVE_BINOMIAL'
  | 'PROPHET'
  | 'SARIMAX'
  | 'SEASONAL_NAIVE'
  | 'THETA'
  | 'TSB';

export type HotspotUnit =
  | 'AREA'
  | 'HEXAGON'
  | 'SQUARE';

/**
 * jurisdiction: its code; made, with this name, where it does not exist. timeZone: of times without an offset; an existing jurisdiction keeps its own.
 * Either profile (of gis-data/sources) or mapping. source: the data set that the rows belong to: files of one data set correct each other.
 */
export type ImportInput = {
  jurisdiction: string;
  mapping?: ColumnMappingInput | null | undefined;
  name?: string | null | undefined;
  profile?: string | null | undefined;
  source?: string | null | undefined;
  timeZone: string;
  upload: string | number;
};

export type IncidentFilter = {
  categories?: Array<string> | null | undefined;
  from?: string | null | undefined;
  hours?: Array<number> | null | undefined;
  minSeverity?: number | null | undefined;
  to?: string | null | undefined;
  weekdays?: Array<Weekday> | null | undefined;
  where?: WhereInput | null | undefined;
};

export type MoverBaseline =
  | 'PREVIOUS_WINDOW'
  | 'SAME_WINDOW_LAST_YEAR';

export type NearInput = {
  latitude: number;
  longitude: number;
  metres: number;
};

export type PlaceControl =
  | 'ALL_REPORTS'
  | 'GROUND';

export type PlannedUnitsInput = {
  area: string;
  shift: string;
  units: number;
  weekday: Weekday;
};

export type RiskBand =
  | 'ELEVATED'
  | 'GUARDED'
  | 'HIGH'
  | 'LOW'
  | 'SEVERE';

export type RiskBasis =
  | 'COUNT'
  | 'RESIDENT'
  | 'SQUARE_KILOMETRE';

export type RiskWeightsInput = {
  hotspot?: number | null | undefined;
  momentum?: number | null | undefined;
  severity?: number | null | undefined;
  volume?: number | null | undefined;
};

export type RunState =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

/** percent: −100…1000. category and area are codes; without them all are meant. */
export type ScenarioChangeInput = {
  area?: string | null | undefined;
  category?: string | null | undefined;
  percent: number;
};

/** Either percent, or like: past days of the same kind, from which the percentage is reckoned. areas: codes; without them all are meant. */
export type ScenarioEventInput = {
  areas?: Array<string> | null | undefined;
  days?: number | null | undefined;
  from: string;
  like?: Array<string> | null | undefined;
  name: string;
  percent?: number | null | undefined;
};

/** What might come: lasting shifts of one category or area, and events on some days. Figures without it stand beside. */
export type ScenarioInput = {
  changes?: Array<ScenarioChangeInput> | null | undefined;
  events?: Array<ScenarioEventInput> | null | undefined;
};

export type SeriesStep =
  | 'DAY'
  | 'MONTH'
  | 'WEEK';

export type ShiftInput = {
  hours: number;
  name: string;
  startHour: number;
};

/**
 * units: posts filled in each shift over the whole jurisdiction. A shift belongs to the day on which it starts; without shifts they are Day 7–15, Evening 15–23, Night 23–7.
 * percentile: of the forecast workload, that units are reckoned for. maxWaitMinutes: the mean wait that the units of a row must keep.
 * from: where it lies in the data, the plan is made from what had been reported before it. currentPlan: today's plan, for comparison; rows that it leaves out have no unit.
 * officerInitiatedWeight: what a record that officers started counts, 0–1.
 */
export type StaffingInput = {
  callsPerIncident?: number | null | undefined;
  currentPlan?: Array<PlannedUnitsInput> | null | undefined;
  days?: number | null | undefined;
  filter?: IncidentFilter | null | undefined;
  from: string;
  kind: string;
  maxWaitMinutes?: number | null | undefined;
  minutesPerIncident?: number | null | undefined;
  officerInitiatedWeight?: number | null | undefined;
  percentile?: number | null | undefined;
  reliefFactor?: number | null | undefined;
  scenario?: ScenarioInput | null | undefined;
  shifts?: Array<ShiftInput> | null | undefined;
  units: number;
};

/** origins: 1…20 past days at which all is decided as it would have been then. models: null for those that take minutes (BEST, the plain ones, ETS, THETA, SARIMAX, NEGATIVE_BINOMIAL, BOOSTED_TREES, ENSEMBLE). */
export type StartBacktestInput = {
  filter?: IncidentFilter | null | undefined;
  horizon?: number | null | undefined;
  jurisdiction: string;
  kind?: string | null | undefined;
  levels?: Array<number> | null | undefined;
  models?: Array<ForecastModel> | null | undefined;
  origins?: number | null | undefined;
  step?: SeriesStep | null | undefined;
};

export type StartForecastInput = {
  /** Networks: most passes over the data; without it the standard of the step */
  epochs?: number | null | undefined;
  filter?: IncidentFilter | null | undefined;
  horizon?: number | null | undefined;
  jurisdiction: string;
  kind?: string | null | undefined;
  model: ForecastModel;
  /** Networks: without it 1 */
  seed?: number | null | undefined;
  step?: SeriesStep | null | undefined;
};

/** The column in which the file states the code of a kind of area */
export type StatedAreaInput = {
  column: string;
  kind: string;
};

/** IMPORT, AREAS, UNDO and SAMPLE change data; their metrics say what came of it */
export type StudyKind =
  | 'AREAS'
  | 'BACKTEST'
  | 'CHANGES'
  | 'CLUSTERS'
  | 'DENSITY'
  | 'EMERGING'
  | 'FORECAST'
  | 'HOTSPOTS'
  | 'IMPORT'
  | 'NEARBY'
  | 'NEAR_REPEAT'
  | 'PLACES'
  | 'RISK'
  | 'SAMPLE'
  | 'STABILITY'
  | 'STAFFING'
  | 'UNDO';

export type Trend =
  | 'FALLING'
  | 'RISING'
  | 'STEADY';

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WhereInput =
  {   areas: AreasRef; bbox?: never; near?: never; polygon?: never; }
  |  { areas?: never;   bbox: BoundsInput; near?: never; polygon?: never; }
  |  { areas?: never; bbox?: never;   near: NearInput; polygon?: never; }
  |  { areas?: never; bbox?: never; near?: never;   polygon: import('geojson').Geometry; };

export type ForecastSeriesQueryVariables = Exact<{
  code: string;
  kind?: string | null | undefined;
  area?: Array<string> | string | null | undefined;
  step?: SeriesStep | null | undefined;
  horizon?: number | null | undefined;
  model?: ForecastModel | null | undefined;
  filter?: IncidentFilter | null | undefined;
}>;


export type ForecastSeriesQuery = { jurisdiction: { forecasts: Array<{ model: ForecastModel, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, history: Array<{ start: string, value: number }>, points: Array<{ start: string, mean: number, median: number, intervals: Array<{ level: number, lower: number, upper: number }> }>, total: { start: string, mean: number, median: number, intervals: Array<{ level: number, lower: number, upper: number }> }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> } }> } | null };

export type MoversQueryVariables = Exact<{
  code: string;
  kind: string;
  horizonDays?: number | null | undefined;
  against?: MoverBaseline | null | undefined;
  filter?: IncidentFilter | null | undefined;
}>;


export type MoversQuery = { jurisdiction: { rising: { run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> }, movers: Array<{ previous: number, expected: number, lower: number | null, upper: number | null, area: { code: string } }> }, falling: { movers: Array<{ previous: number, expected: number, lower: number | null, upper: number | null, area: { code: string } }> } } | null };

export type MoverRowsFragment = { run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> }, movers: Array<{ previous: number, expected: number, lower: number | null, upper: number | null, area: { code: string } }> };

export type MoverFiguresFragment = { previous: number, expected: number, lower: number | null, upper: number | null, area: { code: string } };

export type AreaWeeksQueryVariables = Exact<{
  code: string;
  kind: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type AreaWeeksQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type LeaderboardQueryVariables = Exact<{
  code: string;
  kind?: string | null | undefined;
  step?: SeriesStep | null | undefined;
  horizon?: number | null | undefined;
  filter?: IncidentFilter | null | undefined;
  run?: string | number | null | undefined;
}>;


export type LeaderboardQuery = { jurisdiction: { leaderboard: { kind: string | null, step: SeriesStep, horizon: number, series: number, origins: number, from: string | null, to: string | null, baseline: ForecastModel, outdated: Array<ForecastModel>, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, rows: Array<{ model: ForecastModel, isBaseline: boolean, series: number, mase: number | null, relativeMase: number | null, mae: number | null, crps: number | null, bias: number | null, beatsBaseline: boolean | null, picked: number, answers: number | null, published: { id: string } | null, intervals: Array<{ level: number, observed: number | null, winkler: number | null }> }> } } | null };

export type StartBacktestMutationVariables = Exact<{
  input: StartBacktestInput;
}>;


export type StartBacktestMutation = { startBacktest: { id: string, state: RunState, progress: number, error: string | null } };

export type ImportLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportLimitsQuery = { importLimits: { bytes: number, inWords: string, trialRows: number } };

export type UploadPreviewQueryVariables = Exact<{
  id: string | number;
}>;


export type UploadPreviewQuery = { upload: { id: string, name: string, bytes: number, format: FileFormat, gzip: boolean, delimiter: string | null, encoding: string, crs: string | null, rows: Array<Array<string>>, rowsLookedAt: number, whole: boolean, broken: string | null, columns: Array<{ name: string, examples: Array<string>, filled: number, distinct: number, role: ColumnRole | null, areaKind: string | null }>, dates: { formats: Array<string>, turned: Array<string>, ambiguous: boolean, mixed: boolean, example: string, reading: string | null, turnedReading: string | null } | null, profiles: Array<{ code: string, title: string, publisher: string | null, jurisdiction: string | null, jurisdictionName: string | null, timeZone: string }> } | null };

export type ImportTrialQueryVariables = Exact<{
  input: ImportInput;
}>;


export type ImportTrialQuery = { importTrial: { rows: number, whole: boolean, accepted: number, repeats: number, located: number, from: string | null, to: string | null, points: Array<Array<number>>, analysisCrs: string | null, timeZone: string | null, advice: Array<string>, reasons: Array<{ reason: string, sentence: string, rows: number, firstRow: number, example: string }>, notes: Array<{ note: string, rows: number }>, categories: Array<{ label: string, rows: number, mapped: boolean }> } };

export type ImportsQueryVariables = Exact<{
  jurisdiction?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ImportsQuery = { imports: Array<{ batch: number, jurisdiction: string, source: string, file: string, state: string, rows: number, accepted: number, corrected: number, quarantined: number, duplicates: number, unlocated: number, error: string | null, startedAt: string, finishedAt: string | null, quarantineUrl: string }> };

export type ImportReasonsQueryVariables = Exact<{
  jurisdiction?: string | null | undefined;
}>;


export type ImportReasonsQuery = { imports: Array<{ batch: number, notes: Array<{ note: string, rows: number }>, reasons: Array<{ reason: string, sentence: string, rows: number, firstRow: number, example: string }> }> };

export type DataRunQueryVariables = Exact<{
  id: string | number;
}>;


export type DataRunQuery = { run: { id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null } | null };

export type OpenDataRunsQueryVariables = Exact<{
  study: StudyKind;
}>;


export type OpenDataRunsQuery = { runs: { nodes: Array<{ id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null }> } };

export type StartImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type StartImportMutation = { startImport: { id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null } };

export type LoadAreasMutationVariables = Exact<{
  input: AreaFileInput;
}>;


export type LoadAreasMutation = { loadAreas: { id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null } };

export type UndoImportMutationVariables = Exact<{
  batch: number;
}>;


export type UndoImportMutation = { undoImport: { id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null } };

export type LoadSampleCityMutationVariables = Exact<{ [key: string]: never; }>;


export type LoadSampleCityMutation = { loadSampleCity: { id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null } };

export type SetCategoriesMutationVariables = Exact<{
  jurisdiction: string;
  categories: Array<CategoryInput> | CategoryInput;
}>;


export type SetCategoriesMutation = { setCategories: { changed: number, dataVersion: string } };

export type DataRunStateFragment = { id: string, study: StudyKind, state: RunState, progress: number, parameters: unknown, metrics: unknown, error: string | null };

export type SetAsideRowsFragment = { reason: string, sentence: string, rows: number, firstRow: number, example: string };

export type DensityFramesQueryVariables = Exact<{
  code: string;
  filter: IncidentFilter;
  stepDays?: number | null | undefined;
  timeBandwidthDays?: number | null | undefined;
  bandwidthMetres?: number | null | undefined;
}>;


export type DensityFramesQuery = { jurisdiction: { densityFrames: { bandwidthMetres: number, max: number, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, imageBounds: { west: number, south: number, east: number, north: number }, frames: Array<{ day: string, imageUrl: string }> } } | null };

export type OffenceCountsQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type OffenceCountsQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type JurisdictionsQueryVariables = Exact<{ [key: string]: never; }>;


export type JurisdictionsQuery = { jurisdictions: Array<{ code: string, name: string, timeZone: string, synthetic: boolean }> };

export type JurisdictionQueryVariables = Exact<{
  code: string;
}>;


export type JurisdictionQuery = { jurisdiction: { code: string, name: string, timeZone: string, synthetic: boolean, analysisCrs: string, bounds: { west: number, south: number, east: number, north: number } | null, dataset: { version: string, incidents: number, located: number, from: string | null, to: string | null, completeThrough: string | null, importedAt: string | null, quality: { rows: number, accepted: number, quarantined: number, duplicates: number, unlocated: number, reasons: Array<{ reason: string, rows: number, example: string | null }> } | null }, areaKinds: Array<{ code: string, label: string, areas: number }>, placeKinds: Array<{ code: string, label: string, places: number }>, offenceCategories: Array<{ code: string, label: string, group: string, severity: number, officerInitiated: boolean, incidents: number }> } | null };

export type AreasQueryVariables = Exact<{
  code: string;
  kind: string;
}>;


export type AreasQuery = { jurisdiction: { outline: import('geojson').Geometry | null, areas: Array<{ code: string, name: string, squareKilometres: number, population: number | null, geometry: import('geojson').Geometry }> } | null };

export type DailyCountsQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type DailyCountsQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type AreaCountsQueryVariables = Exact<{
  code: string;
  kind: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type AreaCountsQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type WeekdayHourQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type WeekdayHourQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type DensityQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
  bandwidthMetres?: number | null | undefined;
  adaptive?: boolean | null | undefined;
}>;


export type DensityQuery = { jurisdiction: { density: { incidents: number, bandwidthMetres: number, max: number, imageUrl: string, geoTiffUrl: string, asciiGridUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, imageBounds: { west: number, south: number, east: number, north: number } } } | null };

export type ContoursQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
  bandwidthMetres?: number | null | undefined;
  adaptive?: boolean | null | undefined;
}>;


export type ContoursQuery = { jurisdiction: { density: { incidents: number, bandwidthMetres: number, contours: import('geojson').Geometry, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null } } } | null };

export type DensityChangeQueryVariables = Exact<{
  code: string;
  filter: IncidentFilter;
  against?: MoverBaseline | null | undefined;
  baselineFrom?: string | null | undefined;
  baselineTo?: string | null | undefined;
  bandwidthMetres?: number | null | undefined;
}>;


export type DensityChangeQuery = { jurisdiction: { densityChange: { bandwidthMetres: number, incidents: number, before: number, maxDifference: number, risenSquareKilometres: number, fallenSquareKilometres: number, imageUrl: string, geoTiffUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, window: { from: string, to: string, baselineFrom: string, baselineTo: string }, imageBounds: { west: number, south: number, east: number, north: number } } } | null };

export type ClustersQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
  method?: ClusterMethod | null | undefined;
  epsilonMetres?: number | null | undefined;
  minPoints?: number | null | undefined;
  epsilonDays?: number | null | undefined;
}>;


export type ClustersQuery = { jurisdiction: { clusters: { clustered: number, noise: number, suggestedEpsilonMetres: number | null, geoJsonUrl: string, membersUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, clusters: Array<{ id: number, incidents: number, centroid: import('geojson').Geometry, hull: import('geojson').Geometry, squareKilometres: number, from: string, to: string, probability: number, hourProfile: Array<number>, topCategories: Array<{ keys: Array<string | null>, incidents: number }> }> } } | null };

export type HotspotsQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
  unit?: HotspotUnit | null | undefined;
  cellMetres?: number | null | undefined;
  areaKind?: string | null | undefined;
}>;


export type HotspotsQuery = { jurisdiction: { hotspots: { units: number, hot: number, cold: number, geoJsonUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, moran: { value: number, z: number | null, p: number } | null, cells: Array<{ id: string, geometry: import('geojson').Geometry, incidents: number, z: number | null, p: number | null, exactP: number | null, bin: number }> } } | null };

export type EmergingQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type EmergingQuery = { jurisdiction: { emergingHotspots: { from: string, to: string, steps: number, geoJsonUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, patterns: Array<{ pattern: EmergingPattern, cells: number }>, cells: Array<{ id: string, geometry: import('geojson').Geometry, pattern: EmergingPattern, incidents: number, hotSteps: number, coldSteps: number }> } } | null };

export type ContextPlacesQueryVariables = Exact<{
  code: string;
  kind: string;
}>;


export type ContextPlacesQuery = { jurisdiction: { places: Array<{ id: string, name: string | null, location: import('geojson').Geometry }> } | null };

export type NearbyQueryVariables = Exact<{
  code: string;
  kind: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type NearbyQuery = { jurisdiction: { placeCorrelation: { incidents: number, against: PlaceControl, densitySpearman: number | null, geoJsonUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, kind: { label: string, places: number }, distances: Array<{ fromMetres: number, toMetres: number | null, incidents: number, perSquareKilometre: number | null, ratio: number | null, p: number }>, crossK: Array<{ metres: number, placesPerIncident: number, expected: number, lower: number, upper: number, p: number }>, moran: { value: number, p: number } | null } } | null };

export type AreaChangesQueryVariables = Exact<{
  code: string;
  filter: IncidentFilter;
  kind: string;
  against?: MoverBaseline | null | undefined;
  baselineFrom?: string | null | undefined;
  baselineTo?: string | null | undefined;
}>;


export type AreaChangesQuery = { jurisdiction: { changes: { window: { from: string, to: string, baselineFrom: string, baselineTo: string }, rows: Array<{ incidents: number, before: number, p: number, adjustedP: number, direction: ChangeDirection, area: { code: string, name: string } | null, category: { code: string, label: string } | null }> } } | null };

export type NearRepeatQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type NearRepeatQuery = { jurisdiction: { nearRepeat: { incidents: number, from: string, asOf: string, geoJsonUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, bands: Array<{ fromMetres: number, toMetres: number, fromDays: number, toDays: number, pairs: number, expected: number, ratio: number | null, p: number }>, zones: Array<{ id: string, geometry: import('geojson').Geometry, risk: number }> } } | null };

export type PlaceForecastQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type PlaceForecastQuery = { jurisdiction: { placeForecast: { asOf: string, units: number, geoJsonUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> }, cells: Array<{ id: string, geometry: import('geojson').Geometry, rank: number, share: number }> } } | null };

export type StabilityQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
  cellMetres?: number | null | undefined;
}>;


export type StabilityQuery = { jurisdiction: { hotspotStability: { settings: number, cellSizes: Array<number>, geoJsonUrl: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, cells: Array<{ id: string, geometry: import('geojson').Geometry, hot: number, cold: number, settings: number }> } } | null };

export type RiskQueryVariables = Exact<{
  code: string;
  kind: string;
  horizonDays?: number | null | undefined;
  asOf?: string | null | undefined;
  weights?: RiskWeightsInput | null | undefined;
  per?: RiskBasis | null | undefined;
  severityWeighted?: boolean | null | undefined;
  officerInitiatedWeight?: number | null | undefined;
}>;


export type RiskQuery = { jurisdiction: { riskScores: { intervalLevel: number, sensitivity: string, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> }, scores: Array<{ score: number, lower: number, upper: number, rank: number, rankLower: number, rankUpper: number, band: RiskBand, bandProbability: number, trend: Trend, expectedIncidents: number, momentumPercent: number | null, area: { code: string }, components: Array<{ name: string, value: number | null, z: number | null, weight: number, contribution: number, explanation: string }> }> } } | null };

export type ForecastQueryVariables = Exact<{
  code: string;
  kind: string;
  area: string;
  horizon?: number | null | undefined;
  model?: ForecastModel | null | undefined;
}>;


export type ForecastQuery = { jurisdiction: { forecasts: Array<{ model: ForecastModel, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, history: Array<{ start: string, value: number }>, points: Array<{ start: string, mean: number, median: number, intervals: Array<{ level: number, lower: number, upper: number }> }>, total: { start: string, mean: number, median: number, intervals: Array<{ level: number, lower: number, upper: number }> }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> } }> } | null };

export type LastIncidentQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type LastIncidentQuery = { jurisdiction: { incidents: { nodes: Array<{ occurredAt: string }> } } | null };

export type StartForecastMutationVariables = Exact<{
  input: StartForecastInput;
}>;


export type StartForecastMutation = { startForecast: { id: string, state: RunState, progress: number, error: string | null } };

export type CancelRunMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelRunMutation = { cancelRun: { id: string, state: RunState } };

export type RunStampFragment = { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null };

export type ScoreFragment = { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> };

export type DataVersionQueryVariables = Exact<{
  code: string;
}>;


export type DataVersionQuery = { jurisdiction: { dataset: { version: string, incidents: number } } | null };

export type OpenRunsQueryVariables = Exact<{
  jurisdiction?: string | null | undefined;
}>;


export type OpenRunsQuery = { runs: { nodes: Array<{ id: string, study: StudyKind, state: RunState, progress: number }> } };

export type RiskRankingQueryVariables = Exact<{
  code: string;
  kind: string;
  asOf?: string | null | undefined;
  horizonDays?: number | null | undefined;
  weights?: RiskWeightsInput | null | undefined;
  per?: RiskBasis | null | undefined;
  severityWeighted?: boolean | null | undefined;
  filter?: IncidentFilter | null | undefined;
  officerInitiatedWeight?: number | null | undefined;
  scenario?: ScenarioInput | null | undefined;
}>;


export type RiskRankingQuery = { jurisdiction: { riskScores: { intervalLevel: number, sensitivity: string, scenarioNotes: Array<string>, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, scorecard: { rankCorrelation: number | null, lastMonthRankCorrelation: number | null, origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> }, scores: Array<{ score: number, lower: number, upper: number, rank: number, rankLower: number, rankUpper: number, topFiveProbability: number, band: RiskBand, bandProbability: number, trend: Trend, expectedIncidents: number, momentumPercent: number | null, yearChangePercent: number | null, yearTrend: Trend, area: { code: string }, components: Array<{ name: string, value: number | null, z: number | null, weight: number, contribution: number, explanation: string }>, groups: Array<{ group: string, share: number }>, baseline: { rank: number, expectedIncidents: number } | null, fullyCounted: { rank: number } | null }> } } | null };

export type RiskFeedbackQueryVariables = Exact<{
  code: string;
  kind: string;
  horizonDays?: number | null | undefined;
  weights?: RiskWeightsInput | null | undefined;
  officerInitiatedWeight?: number | null | undefined;
}>;


export type RiskFeedbackQuery = { jurisdiction: { riskScores: { feedback: { officerShare: number, officerInitiatedWeight: number, note: string, pai: Array<{ officerInitiatedWeight: number, paiAll: number | null, paiVictimReported: number | null }>, exposures: Array<{ code: string, label: string, city: number | null, leadingFull: number | null, leadingAdjusted: number | null }> } } } | null };

export type StaffingQueryVariables = Exact<{
  code: string;
  input: StaffingInput;
}>;


export type StaffingQuery = { jurisdiction: { staffing: { shifts: Array<string>, totalUnits: number, headcount: number, unmet: number, explanation: string, warnings: Array<string>, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, scorecard: { origins: number, mase: number | null, mae: number | null, rmse: number | null, crps: number | null, beatsBaseline: boolean | null, note: string, baselines: Array<{ name: string, mase: number | null, mae: number | null }>, coverage: Array<{ level: number, observed: number | null }>, pai: Array<{ areaShare: number, hitRate: number, pai: number | null, pei: number | null, baselinePai: number | null }> }, figures: { units: number, unmet: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, overloadedShare: number, shiftsOnTarget: number, shifts: number }, curve: Array<{ units: number, unmet: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, overloadedShare: number, shiftsOnTarget: number, shifts: number }>, baseline: { units: number, unmet: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, overloadedShare: number, shiftsOnTarget: number, shifts: number } | null, comparison: { note: string, currentPlan: { units: number, unmet: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, overloadedShare: number, shiftsOnTarget: number, shifts: number }, samePosts: { units: number, unmet: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, overloadedShare: number, shiftsOnTarget: number, shifts: number } } | null, simulation: { rows: number, inside: number, meanWaitMinutes: number | null, formulaMinutes: number | null, note: string }, rows: Array<{ weekday: Weekday, shift: string, expectedIncidents: number, loadErlangs: number, units: number, requiredUnits: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, area: { code: string }, currentPlan: { units: number, meanWaitMinutes: number | null } | null, baseline: { expectedIncidents: number, requiredUnits: number, units: number, meanWaitMinutes: number | null } | null, simulated: { meanWaitMinutes: number, lower: number | null, upper: number | null } | null }> } } | null };

export type StaffingNeedQueryVariables = Exact<{
  code: string;
  input: StaffingInput;
}>;


export type StaffingNeedQuery = { jurisdiction: { staffing: { rows: Array<{ weekday: Weekday, shift: string, requiredUnits: number }> } } | null };

export type StaffingFigureFragment = { units: number, unmet: number, meanWaitMinutes: number | null, probabilityWithinTarget: number, overloadedShare: number, shiftsOnTarget: number, shifts: number };

export type ChangesQueryVariables = Exact<{
  code: string;
  filter: IncidentFilter;
  kind?: string | null | undefined;
  byCategory?: boolean | null | undefined;
}>;


export type ChangesQuery = { jurisdiction: { changes: { window: { from: string, to: string, baselineFrom: string, baselineTo: string }, rows: Array<{ incidents: number, before: number, changePercent: number | null, p: number, adjustedP: number, direction: ChangeDirection, area: { code: string } | null, category: { code: string } | null }> } } | null };

export type RunLedgerQueryVariables = Exact<{
  jurisdiction?: string | null | undefined;
  study?: StudyKind | null | undefined;
  first?: number | null | undefined;
}>;


export type RunLedgerQuery = { runs: { totalCount: number, nodes: Array<{ study: StudyKind, state: RunState, queuedAt: string, startedAt: string | null, seconds: number | null, progress: number, error: string | null, metrics: unknown, id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }> } };

export type RunProgressSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type RunProgressSubscription = { runProgress: { id: string, state: RunState, progress: number, error: string | null } };

export type TrainingRunQueryVariables = Exact<{
  id: string | number;
}>;


export type TrainingRunQuery = { run: { state: RunState, progress: number, error: string | null, seconds: number | null, startedAt: string | null, id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null, training: { serves: boolean | null, verdict: string | null, curves: Array<{ area: string | null, training: string, epochs: Array<{ epoch: number, training: number, heldBack: number | null }> }>, card: { architecture: string, parameters: number, areas: number, step: SeriesStep, from: string, until: string, knownCounts: number, seed: number, weight: number, limits: Array<string>, tuning: { areas: number, inWords: string } | null, score: { origins: number, mase: number | null, seasonalNaiveMase: number | null, recentMeanMase: number | null, coverage: Array<{ level: number, observed: number | null }> } | null } | null } | null } | null };

export type TrainingProgressSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type TrainingProgressSubscription = { runProgress: { state: RunState, progress: number, error: string | null, seconds: number | null, startedAt: string | null, id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null, training: { serves: boolean | null, verdict: string | null, curves: Array<{ area: string | null, training: string, epochs: Array<{ epoch: number, training: number, heldBack: number | null }> }>, card: { architecture: string, parameters: number, areas: number, step: SeriesStep, from: string, until: string, knownCounts: number, seed: number, weight: number, limits: Array<string>, tuning: { areas: number, inWords: string } | null, score: { origins: number, mase: number | null, seasonalNaiveMase: number | null, recentMeanMase: number | null, coverage: Array<{ level: number, observed: number | null }> } | null } | null } | null } };

export type TrainingStateFragment = { state: RunState, progress: number, error: string | null, seconds: number | null, startedAt: string | null, id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null, training: { serves: boolean | null, verdict: string | null, curves: Array<{ area: string | null, training: string, epochs: Array<{ epoch: number, training: number, heldBack: number | null }> }>, card: { architecture: string, parameters: number, areas: number, step: SeriesStep, from: string, until: string, knownCounts: number, seed: number, weight: number, limits: Array<string>, tuning: { areas: number, inWords: string } | null, score: { origins: number, mase: number | null, seasonalNaiveMase: number | null, recentMeanMase: number | null, coverage: Array<{ level: number, observed: number | null }> } | null } | null } | null };

export type PastTrainingsQueryVariables = Exact<{
  jurisdiction: string;
}>;


export type PastTrainingsQuery = { runs: { nodes: Array<{ id: string, state: RunState, parameters: unknown, startedAt: string | null, seconds: number | null }> } };

export type DecompositionQueryVariables = Exact<{
  code: string;
  kind?: string | null | undefined;
  area?: string | null | undefined;
  step?: SeriesStep | null | undefined;
  method?: DecompositionMethod | null | undefined;
  filter?: IncidentFilter | null | undefined;
}>;


export type DecompositionQuery = { jurisdiction: { decomposition: { method: DecompositionMethod, seasonalStrength: number | null, trendStrength: number | null, run: { id: string, parameters: unknown, datasetVersion: string | null, codeVersion: string, seed: number | null }, seasons: Array<{ steps: number, strength: number | null }>, points: Array<{ start: string, observed: number, trend: number | null, seasonal: number, remainder: number | null, seasonals: Array<number> }> } } | null };

export type DiagnosticsQueryVariables = Exact<{
  code: string;
  kind?: string | null | undefined;
  area?: string | null | undefined;
  filter?: IncidentFilter | null | undefined;
}>;


export type DiagnosticsQuery = { jurisdiction: { diagnostics: { verdict: string, confidence: number, acf: Array<number>, pacf: Array<number>, adf: { statistic: number | null, pValue: number | null, lags: number, verdict: string }, kpss: { statistic: number | null, pValue: number | null, lags: number, verdict: string } } } | null };

export type MonthlyByOffenceQueryVariables = Exact<{
  code: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type MonthlyByOffenceQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type MonthlyByAreaQueryVariables = Exact<{
  code: string;
  kind: string;
  filter?: IncidentFilter | null | undefined;
}>;


export type MonthlyByAreaQuery = { jurisdiction: { counts: Array<{ keys: Array<string | null>, incidents: number }> } | null };

export type SeriesDefectsQueryVariables = Exact<{
  code: string;
  kind?: string | null | undefined;
  area?: string | null | undefined;
  filter?: IncidentFilter | null | undefined;
}>;


export type SeriesDefectsQuery = { jurisdiction: { seriesDefects: { steps: number, known: number, zero: number, longestGap: number, note: string, outliers: Array<{ start: string, count: number, expected: number }>, shifts: Array<{ start: string, before: number, after: number }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RunStampFragmentDoc = new TypedDocumentString(`
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
    `, {"fragmentName":"RunStamp"}) as unknown as TypedDocumentString<RunStampFragment, unknown>;
export const ScoreFragmentDoc = new TypedDocumentString(`
    fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}
    `, {"fragmentName":"Score"}) as unknown as TypedDocumentString<ScoreFragment, unknown>;
export const MoverFiguresFragmentDoc = new TypedDocumentString(`
    fragment MoverFigures on Mover {
  area {
    code
  }
  previous
  expected
  lower
  upper
}
    `, {"fragmentName":"MoverFigures"}) as unknown as TypedDocumentString<MoverFiguresFragment, unknown>;
export const MoverRowsFragmentDoc = new TypedDocumentString(`
    fragment MoverRows on MoverTable {
  run {
    ...RunStamp
  }
  scorecard {
    ...Score
  }
  movers {
    ...MoverFigures
  }
}
    fragment MoverFigures on Mover {
  area {
    code
  }
  previous
  expected
  lower
  upper
}
fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`, {"fragmentName":"MoverRows"}) as unknown as TypedDocumentString<MoverRowsFragment, unknown>;
export const DataRunStateFragmentDoc = new TypedDocumentString(`
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}
    `, {"fragmentName":"DataRunState"}) as unknown as TypedDocumentString<DataRunStateFragment, unknown>;
export const SetAsideRowsFragmentDoc = new TypedDocumentString(`
    fragment SetAsideRows on SetAside {
  reason
  sentence
  rows
  firstRow
  example
}
    `, {"fragmentName":"SetAsideRows"}) as unknown as TypedDocumentString<SetAsideRowsFragment, unknown>;
export const StaffingFigureFragmentDoc = new TypedDocumentString(`
    fragment StaffingFigure on StaffingFigures {
  units
  unmet
  meanWaitMinutes
  probabilityWithinTarget
  overloadedShare
  shiftsOnTarget
  shifts
}
    `, {"fragmentName":"StaffingFigure"}) as unknown as TypedDocumentString<StaffingFigureFragment, unknown>;
export const TrainingStateFragmentDoc = new TypedDocumentString(`
    fragment TrainingState on Run {
  ...RunStamp
  state
  progress
  error
  seconds
  startedAt
  training {
    serves
    verdict
    curves {
      area
      training
      epochs {
        epoch
        training
        heldBack
      }
    }
    card {
      architecture
      parameters
      areas
      step
      from
      until
      knownCounts
      seed
      weight
      limits
      tuning {
        areas
        inWords
      }
      score {
        origins
        mase
        seasonalNaiveMase
        recentMeanMase
        coverage {
          level
          observed
        }
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`, {"fragmentName":"TrainingState"}) as unknown as TypedDocumentString<TrainingStateFragment, unknown>;
export const ForecastSeriesDocument = new TypedDocumentString(`
    query ForecastSeries($code: String!, $kind: String, $area: [String!], $step: SeriesStep, $horizon: Int, $model: ForecastModel, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    forecasts(
      kind: $kind
      codes: $area
      step: $step
      horizon: $horizon
      model: $model
      filter: $filter
    ) {
      model
      run {
        ...RunStamp
      }
      history {
        start
        value
      }
      points {
        start
        mean
        median
        intervals {
          level
          lower
          upper
        }
      }
      total {
        start
        mean
        median
        intervals {
          level
          lower
          upper
        }
      }
      scorecard {
        ...Score
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`) as unknown as TypedDocumentString<ForecastSeriesQuery, ForecastSeriesQueryVariables>;
export const MoversDocument = new TypedDocumentString(`
    query Movers($code: String!, $kind: String!, $horizonDays: Int, $against: MoverBaseline, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    rising: movers(
      kind: $kind
      horizonDays: $horizonDays
      against: $against
      filter: $filter
      direction: INCREASE
      minExpected: 0
      first: 1000
    ) {
      ...MoverRows
    }
    falling: movers(
      kind: $kind
      horizonDays: $horizonDays
      against: $against
      filter: $filter
      direction: DECREASE
      minExpected: 0
      first: 1000
    ) {
      movers {
        ...MoverFigures
      }
    }
  }
}
    fragment MoverRows on MoverTable {
  run {
    ...RunStamp
  }
  scorecard {
    ...Score
  }
  movers {
    ...MoverFigures
  }
}
fragment MoverFigures on Mover {
  area {
    code
  }
  previous
  expected
  lower
  upper
}
fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`) as unknown as TypedDocumentString<MoversQuery, MoversQueryVariables>;
export const AreaWeeksDocument = new TypedDocumentString(`
    query AreaWeeks($code: String!, $kind: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [AREA, WEEK], areaKind: $kind, filter: $filter, first: 100000) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<AreaWeeksQuery, AreaWeeksQueryVariables>;
export const LeaderboardDocument = new TypedDocumentString(`
    query Leaderboard($code: String!, $kind: String, $step: SeriesStep, $horizon: Int, $filter: IncidentFilter, $run: ID) {
  jurisdiction(code: $code) {
    leaderboard(
      kind: $kind
      step: $step
      horizon: $horizon
      filter: $filter
      run: $run
    ) {
      run {
        ...RunStamp
      }
      kind
      step
      horizon
      series
      origins
      from
      to
      baseline
      outdated
      rows {
        model
        isBaseline
        series
        mase
        relativeMase
        mae
        crps
        bias
        beatsBaseline
        picked
        answers
        published {
          id
        }
        intervals {
          level
          observed
          winkler
        }
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<LeaderboardQuery, LeaderboardQueryVariables>;
export const StartBacktestDocument = new TypedDocumentString(`
    mutation StartBacktest($input: StartBacktestInput!) {
  startBacktest(input: $input) {
    id
    state
    progress
    error
  }
}
    `) as unknown as TypedDocumentString<StartBacktestMutation, StartBacktestMutationVariables>;
export const ImportLimitsDocument = new TypedDocumentString(`
    query ImportLimits {
  importLimits {
    bytes
    inWords
    trialRows
  }
}
    `) as unknown as TypedDocumentString<ImportLimitsQuery, ImportLimitsQueryVariables>;
export const UploadPreviewDocument = new TypedDocumentString(`
    query UploadPreview($id: ID!) {
  upload(id: $id) {
    id
    name
    bytes
    format
    gzip
    delimiter
    encoding
    crs
    rows
    rowsLookedAt
    whole
    broken
    columns {
      name
      examples
      filled
      distinct
      role
      areaKind
    }
    dates {
      formats
      turned
      ambiguous
      mixed
      example
      reading
      turnedReading
    }
    profiles {
      code
      title
      publisher
      jurisdiction
      jurisdictionName
      timeZone
    }
  }
}
    `) as unknown as TypedDocumentString<UploadPreviewQuery, UploadPreviewQueryVariables>;
export const ImportTrialDocument = new TypedDocumentString(`
    query ImportTrial($input: ImportInput!) {
  importTrial(input: $input) {
    rows
    whole
    accepted
    repeats
    located
    from
    to
    points
    analysisCrs
    timeZone
    advice
    reasons {
      ...SetAsideRows
    }
    notes {
      note
      rows
    }
    categories {
      label
      rows
      mapped
    }
  }
}
    fragment SetAsideRows on SetAside {
  reason
  sentence
  rows
  firstRow
  example
}`) as unknown as TypedDocumentString<ImportTrialQuery, ImportTrialQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($jurisdiction: String, $first: Int) {
  imports(jurisdiction: $jurisdiction, first: $first) {
    batch
    jurisdiction
    source
    file
    state
    rows
    accepted
    corrected
    quarantined
    duplicates
    unlocated
    error
    startedAt
    finishedAt
    quarantineUrl
  }
}
    `) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportReasonsDocument = new TypedDocumentString(`
    query ImportReasons($jurisdiction: String) {
  imports(jurisdiction: $jurisdiction, first: 50) {
    batch
    notes {
      note
      rows
    }
    reasons {
      ...SetAsideRows
    }
  }
}
    fragment SetAsideRows on SetAside {
  reason
  sentence
  rows
  firstRow
  example
}`) as unknown as TypedDocumentString<ImportReasonsQuery, ImportReasonsQueryVariables>;
export const DataRunDocument = new TypedDocumentString(`
    query DataRun($id: ID!) {
  run(id: $id) {
    ...DataRunState
  }
}
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}`) as unknown as TypedDocumentString<DataRunQuery, DataRunQueryVariables>;
export const OpenDataRunsDocument = new TypedDocumentString(`
    query OpenDataRuns($study: StudyKind!) {
  runs(study: $study, first: 1) {
    nodes {
      ...DataRunState
    }
  }
}
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}`) as unknown as TypedDocumentString<OpenDataRunsQuery, OpenDataRunsQueryVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: ImportInput!) {
  startImport(input: $input) {
    ...DataRunState
  }
}
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const LoadAreasDocument = new TypedDocumentString(`
    mutation LoadAreas($input: AreaFileInput!) {
  loadAreas(input: $input) {
    ...DataRunState
  }
}
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}`) as unknown as TypedDocumentString<LoadAreasMutation, LoadAreasMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($batch: Int!) {
  undoImport(batch: $batch) {
    ...DataRunState
  }
}
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const LoadSampleCityDocument = new TypedDocumentString(`
    mutation LoadSampleCity {
  loadSampleCity {
    ...DataRunState
  }
}
    fragment DataRunState on Run {
  id
  study
  state
  progress
  parameters
  metrics
  error
}`) as unknown as TypedDocumentString<LoadSampleCityMutation, LoadSampleCityMutationVariables>;
export const SetCategoriesDocument = new TypedDocumentString(`
    mutation SetCategories($jurisdiction: String!, $categories: [CategoryInput!]!) {
  setCategories(jurisdiction: $jurisdiction, categories: $categories) {
    changed
    dataVersion
  }
}
    `) as unknown as TypedDocumentString<SetCategoriesMutation, SetCategoriesMutationVariables>;
export const DensityFramesDocument = new TypedDocumentString(`
    query DensityFrames($code: String!, $filter: IncidentFilter!, $stepDays: Int, $timeBandwidthDays: Float, $bandwidthMetres: Float) {
  jurisdiction(code: $code) {
    densityFrames(
      filter: $filter
      stepDays: $stepDays
      timeBandwidthDays: $timeBandwidthDays
      bandwidthMetres: $bandwidthMetres
    ) {
      run {
        ...RunStamp
      }
      bandwidthMetres
      max
      imageBounds {
        west
        south
        east
        north
      }
      frames {
        day
        imageUrl
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<DensityFramesQuery, DensityFramesQueryVariables>;
export const OffenceCountsDocument = new TypedDocumentString(`
    query OffenceCounts($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [CATEGORY], filter: $filter, first: 10000) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<OffenceCountsQuery, OffenceCountsQueryVariables>;
export const JurisdictionsDocument = new TypedDocumentString(`
    query Jurisdictions {
  jurisdictions {
    code
    name
    timeZone
    synthetic
  }
}
    `) as unknown as TypedDocumentString<JurisdictionsQuery, JurisdictionsQueryVariables>;
export const JurisdictionDocument = new TypedDocumentString(`
    query Jurisdiction($code: String!) {
  jurisdiction(code: $code) {
    code
    name
    timeZone
    synthetic
    analysisCrs
    bounds {
      west
      south
      east
      north
    }
    dataset {
      version
      incidents
      located
      from
      to
      completeThrough
      importedAt
      quality {
        rows
        accepted
        quarantined
        duplicates
        unlocated
        reasons {
          reason
          rows
          example
        }
      }
    }
    areaKinds {
      code
      label
      areas
    }
    placeKinds {
      code
      label
      places
    }
    offenceCategories {
      code
      label
      group
      severity
      officerInitiated
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<JurisdictionQuery, JurisdictionQueryVariables>;
export const AreasDocument = new TypedDocumentString(`
    query Areas($code: String!, $kind: String!) {
  jurisdiction(code: $code) {
    areas(kind: $kind) {
      code
      name
      squareKilometres
      population
      geometry(simplifyMetres: 10)
    }
    outline(simplifyMetres: 10)
  }
}
    `) as unknown as TypedDocumentString<AreasQuery, AreasQueryVariables>;
export const DailyCountsDocument = new TypedDocumentString(`
    query DailyCounts($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [DATE], filter: $filter, first: 10000) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<DailyCountsQuery, DailyCountsQueryVariables>;
export const AreaCountsDocument = new TypedDocumentString(`
    query AreaCounts($code: String!, $kind: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [AREA], areaKind: $kind, filter: $filter, first: 10000) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<AreaCountsQuery, AreaCountsQueryVariables>;
export const WeekdayHourDocument = new TypedDocumentString(`
    query WeekdayHour($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [WEEKDAY, HOUR], filter: $filter) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<WeekdayHourQuery, WeekdayHourQueryVariables>;
export const DensityDocument = new TypedDocumentString(`
    query Density($code: String!, $filter: IncidentFilter, $bandwidthMetres: Float, $adaptive: Boolean) {
  jurisdiction(code: $code) {
    density(filter: $filter, bandwidthMetres: $bandwidthMetres, adaptive: $adaptive) {
      run {
        ...RunStamp
      }
      incidents
      bandwidthMetres
      max
      imageUrl
      geoTiffUrl
      asciiGridUrl
      imageBounds {
        west
        south
        east
        north
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<DensityQuery, DensityQueryVariables>;
export const ContoursDocument = new TypedDocumentString(`
    query Contours($code: String!, $filter: IncidentFilter, $bandwidthMetres: Float, $adaptive: Boolean) {
  jurisdiction(code: $code) {
    density(filter: $filter, bandwidthMetres: $bandwidthMetres, adaptive: $adaptive) {
      run {
        ...RunStamp
      }
      incidents
      bandwidthMetres
      contours
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<ContoursQuery, ContoursQueryVariables>;
export const DensityChangeDocument = new TypedDocumentString(`
    query DensityChange($code: String!, $filter: IncidentFilter!, $against: MoverBaseline, $baselineFrom: Date, $baselineTo: Date, $bandwidthMetres: Float) {
  jurisdiction(code: $code) {
    densityChange(
      filter: $filter
      against: $against
      baselineFrom: $baselineFrom
      baselineTo: $baselineTo
      bandwidthMetres: $bandwidthMetres
    ) {
      run {
        ...RunStamp
      }
      window {
        from
        to
        baselineFrom
        baselineTo
      }
      bandwidthMetres
      incidents
      before
      maxDifference
      risenSquareKilometres
      fallenSquareKilometres
      imageUrl
      geoTiffUrl
      imageBounds {
        west
        south
        east
        north
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<DensityChangeQuery, DensityChangeQueryVariables>;
export const ClustersDocument = new TypedDocumentString(`
    query Clusters($code: String!, $filter: IncidentFilter, $method: ClusterMethod, $epsilonMetres: Float, $minPoints: Int, $epsilonDays: Float) {
  jurisdiction(code: $code) {
    clusters(
      filter: $filter
      method: $method
      epsilonMetres: $epsilonMetres
      minPoints: $minPoints
      epsilonDays: $epsilonDays
    ) {
      run {
        ...RunStamp
      }
      clustered
      noise
      suggestedEpsilonMetres
      geoJsonUrl
      membersUrl
      clusters {
        id
        incidents
        centroid
        hull
        squareKilometres
        from
        to
        probability
        hourProfile
        topCategories {
          keys
          incidents
        }
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<ClustersQuery, ClustersQueryVariables>;
export const HotspotsDocument = new TypedDocumentString(`
    query Hotspots($code: String!, $filter: IncidentFilter, $unit: HotspotUnit, $cellMetres: Float, $areaKind: String) {
  jurisdiction(code: $code) {
    hotspots(
      filter: $filter
      unit: $unit
      cellMetres: $cellMetres
      areaKind: $areaKind
    ) {
      run {
        ...RunStamp
      }
      units
      hot
      cold
      moran {
        value
        z
        p
      }
      geoJsonUrl
      cells(significantOnly: true) {
        id
        geometry
        incidents
        z
        p
        exactP
        bin
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<HotspotsQuery, HotspotsQueryVariables>;
export const EmergingDocument = new TypedDocumentString(`
    query Emerging($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    emergingHotspots(filter: $filter) {
      run {
        ...RunStamp
      }
      from
      to
      steps
      geoJsonUrl
      patterns {
        pattern
        cells
      }
      cells(patternedOnly: true) {
        id
        geometry
        pattern
        incidents
        hotSteps
        coldSteps
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<EmergingQuery, EmergingQueryVariables>;
export const ContextPlacesDocument = new TypedDocumentString(`
    query ContextPlaces($code: String!, $kind: String!) {
  jurisdiction(code: $code) {
    places(kind: $kind) {
      id
      name
      location
    }
  }
}
    `) as unknown as TypedDocumentString<ContextPlacesQuery, ContextPlacesQueryVariables>;
export const NearbyDocument = new TypedDocumentString(`
    query Nearby($code: String!, $kind: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    placeCorrelation(kind: $kind, filter: $filter) {
      run {
        ...RunStamp
      }
      kind {
        label
        places
      }
      incidents
      against
      densitySpearman
      geoJsonUrl
      distances {
        fromMetres
        toMetres
        incidents
        perSquareKilometre
        ratio
        p
      }
      crossK {
        metres
        placesPerIncident
        expected
        lower
        upper
        p
      }
      moran {
        value
        p
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<NearbyQuery, NearbyQueryVariables>;
export const AreaChangesDocument = new TypedDocumentString(`
    query AreaChanges($code: String!, $filter: IncidentFilter!, $kind: String!, $against: MoverBaseline, $baselineFrom: Date, $baselineTo: Date) {
  jurisdiction(code: $code) {
    changes(
      filter: $filter
      kind: $kind
      byCategory: true
      against: $against
      baselineFrom: $baselineFrom
      baselineTo: $baselineTo
    ) {
      window {
        from
        to
        baselineFrom
        baselineTo
      }
      rows(first: 10000) {
        area {
          code
          name
        }
        category {
          code
          label
        }
        incidents
        before
        p
        adjustedP
        direction
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AreaChangesQuery, AreaChangesQueryVariables>;
export const NearRepeatDocument = new TypedDocumentString(`
    query NearRepeat($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    nearRepeat(filter: $filter) {
      run {
        ...RunStamp
      }
      incidents
      from
      asOf
      geoJsonUrl
      bands {
        fromMetres
        toMetres
        fromDays
        toDays
        pairs
        expected
        ratio
        p
      }
      zones {
        id
        geometry
        risk
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<NearRepeatQuery, NearRepeatQueryVariables>;
export const PlaceForecastDocument = new TypedDocumentString(`
    query PlaceForecast($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    placeForecast(filter: $filter) {
      run {
        ...RunStamp
      }
      asOf
      units
      geoJsonUrl
      scorecard {
        ...Score
      }
      cells {
        id
        geometry
        rank
        share
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`) as unknown as TypedDocumentString<PlaceForecastQuery, PlaceForecastQueryVariables>;
export const StabilityDocument = new TypedDocumentString(`
    query Stability($code: String!, $filter: IncidentFilter, $cellMetres: Float) {
  jurisdiction(code: $code) {
    hotspotStability(filter: $filter, cellMetres: $cellMetres) {
      run {
        ...RunStamp
      }
      settings
      cellSizes
      geoJsonUrl
      cells(significantOnly: true) {
        id
        geometry
        hot
        cold
        settings
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<StabilityQuery, StabilityQueryVariables>;
export const RiskDocument = new TypedDocumentString(`
    query Risk($code: String!, $kind: String!, $horizonDays: Int, $asOf: Date, $weights: RiskWeightsInput, $per: RiskBasis, $severityWeighted: Boolean, $officerInitiatedWeight: Float) {
  jurisdiction(code: $code) {
    riskScores(
      kind: $kind
      horizonDays: $horizonDays
      asOf: $asOf
      weights: $weights
      per: $per
      severityWeighted: $severityWeighted
      officerInitiatedWeight: $officerInitiatedWeight
    ) {
      run {
        ...RunStamp
      }
      intervalLevel
      sensitivity
      scorecard {
        ...Score
      }
      scores {
        area {
          code
        }
        score
        lower
        upper
        rank
        rankLower
        rankUpper
        band
        bandProbability
        trend
        expectedIncidents
        momentumPercent
        components {
          name
          value
          z
          weight
          contribution
          explanation
        }
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`) as unknown as TypedDocumentString<RiskQuery, RiskQueryVariables>;
export const ForecastDocument = new TypedDocumentString(`
    query Forecast($code: String!, $kind: String!, $area: String!, $horizon: Int, $model: ForecastModel) {
  jurisdiction(code: $code) {
    forecasts(
      kind: $kind
      codes: [$area]
      step: DAY
      horizon: $horizon
      model: $model
    ) {
      model
      run {
        ...RunStamp
      }
      history {
        start
        value
      }
      points {
        start
        mean
        median
        intervals {
          level
          lower
          upper
        }
      }
      total {
        start
        mean
        median
        intervals {
          level
          lower
          upper
        }
      }
      scorecard {
        ...Score
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`) as unknown as TypedDocumentString<ForecastQuery, ForecastQueryVariables>;
export const LastIncidentDocument = new TypedDocumentString(`
    query LastIncident($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    incidents(filter: $filter, first: 1) {
      nodes {
        occurredAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LastIncidentQuery, LastIncidentQueryVariables>;
export const StartForecastDocument = new TypedDocumentString(`
    mutation StartForecast($input: StartForecastInput!) {
  startForecast(input: $input) {
    id
    state
    progress
    error
  }
}
    `) as unknown as TypedDocumentString<StartForecastMutation, StartForecastMutationVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($id: ID!) {
  cancelRun(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const DataVersionDocument = new TypedDocumentString(`
    query DataVersion($code: String!) {
  jurisdiction(code: $code) {
    dataset {
      version
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<DataVersionQuery, DataVersionQueryVariables>;
export const OpenRunsDocument = new TypedDocumentString(`
    query OpenRuns($jurisdiction: String) {
  runs(jurisdiction: $jurisdiction, first: 20) {
    nodes {
      id
      study
      state
      progress
    }
  }
}
    `) as unknown as TypedDocumentString<OpenRunsQuery, OpenRunsQueryVariables>;
export const RiskRankingDocument = new TypedDocumentString(`
    query RiskRanking($code: String!, $kind: String!, $asOf: Date, $horizonDays: Int, $weights: RiskWeightsInput, $per: RiskBasis, $severityWeighted: Boolean, $filter: IncidentFilter, $officerInitiatedWeight: Float, $scenario: ScenarioInput) {
  jurisdiction(code: $code) {
    riskScores(
      kind: $kind
      asOf: $asOf
      horizonDays: $horizonDays
      weights: $weights
      per: $per
      severityWeighted: $severityWeighted
      filter: $filter
      officerInitiatedWeight: $officerInitiatedWeight
      scenario: $scenario
    ) {
      run {
        ...RunStamp
      }
      intervalLevel
      sensitivity
      scenarioNotes
      scorecard {
        ...Score
        rankCorrelation
        lastMonthRankCorrelation
      }
      scores {
        area {
          code
        }
        score
        lower
        upper
        rank
        rankLower
        rankUpper
        topFiveProbability
        band
        bandProbability
        trend
        expectedIncidents
        momentumPercent
        yearChangePercent
        yearTrend
        components {
          name
          value
          z
          weight
          contribution
          explanation
        }
        groups {
          group
          share
        }
        baseline {
          rank
          expectedIncidents
        }
        fullyCounted {
          rank
        }
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}`) as unknown as TypedDocumentString<RiskRankingQuery, RiskRankingQueryVariables>;
export const RiskFeedbackDocument = new TypedDocumentString(`
    query RiskFeedback($code: String!, $kind: String!, $horizonDays: Int, $weights: RiskWeightsInput, $officerInitiatedWeight: Float) {
  jurisdiction(code: $code) {
    riskScores(
      kind: $kind
      horizonDays: $horizonDays
      weights: $weights
      officerInitiatedWeight: $officerInitiatedWeight
    ) {
      feedback {
        officerShare
        officerInitiatedWeight
        note
        pai {
          officerInitiatedWeight
          paiAll
          paiVictimReported
        }
        exposures {
          code
          label
          city
          leadingFull
          leadingAdjusted
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RiskFeedbackQuery, RiskFeedbackQueryVariables>;
export const StaffingDocument = new TypedDocumentString(`
    query Staffing($code: String!, $input: StaffingInput!) {
  jurisdiction(code: $code) {
    staffing(input: $input) {
      run {
        ...RunStamp
      }
      scorecard {
        ...Score
      }
      shifts
      totalUnits
      headcount
      unmet
      explanation
      warnings
      figures {
        ...StaffingFigure
      }
      curve {
        ...StaffingFigure
      }
      baseline {
        ...StaffingFigure
      }
      comparison {
        note
        currentPlan {
          ...StaffingFigure
        }
        samePosts {
          ...StaffingFigure
        }
      }
      simulation {
        rows
        inside
        meanWaitMinutes
        formulaMinutes
        note
      }
      rows {
        area {
          code
        }
        weekday
        shift
        expectedIncidents
        loadErlangs
        units
        requiredUnits
        meanWaitMinutes
        probabilityWithinTarget
        currentPlan {
          units
          meanWaitMinutes
        }
        baseline {
          expectedIncidents
          requiredUnits
          units
          meanWaitMinutes
        }
        simulated {
          meanWaitMinutes
          lower
          upper
        }
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment Score on Scorecard {
  origins
  mase
  mae
  rmse
  crps
  beatsBaseline
  note
  baselines {
    name
    mase
    mae
  }
  coverage {
    level
    observed
  }
  pai {
    areaShare
    hitRate
    pai
    pei
    baselinePai
  }
}
fragment StaffingFigure on StaffingFigures {
  units
  unmet
  meanWaitMinutes
  probabilityWithinTarget
  overloadedShare
  shiftsOnTarget
  shifts
}`) as unknown as TypedDocumentString<StaffingQuery, StaffingQueryVariables>;
export const StaffingNeedDocument = new TypedDocumentString(`
    query StaffingNeed($code: String!, $input: StaffingInput!) {
  jurisdiction(code: $code) {
    staffing(input: $input) {
      rows {
        weekday
        shift
        requiredUnits
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StaffingNeedQuery, StaffingNeedQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($code: String!, $filter: IncidentFilter!, $kind: String, $byCategory: Boolean) {
  jurisdiction(code: $code) {
    changes(filter: $filter, kind: $kind, byCategory: $byCategory) {
      window {
        from
        to
        baselineFrom
        baselineTo
      }
      rows {
        area {
          code
        }
        category {
          code
        }
        incidents
        before
        changePercent
        p
        adjustedP
        direction
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const RunLedgerDocument = new TypedDocumentString(`
    query RunLedger($jurisdiction: String, $study: StudyKind, $first: Int) {
  runs(jurisdiction: $jurisdiction, study: $study, first: $first) {
    totalCount
    nodes {
      ...RunStamp
      study
      state
      queuedAt
      startedAt
      seconds
      progress
      error
      metrics
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<RunLedgerQuery, RunLedgerQueryVariables>;
export const RunProgressDocument = new TypedDocumentString(`
    subscription RunProgress($id: ID!) {
  runProgress(id: $id) {
    id
    state
    progress
    error
  }
}
    `) as unknown as TypedDocumentString<RunProgressSubscription, RunProgressSubscriptionVariables>;
export const TrainingRunDocument = new TypedDocumentString(`
    query TrainingRun($id: ID!) {
  run(id: $id) {
    ...TrainingState
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment TrainingState on Run {
  ...RunStamp
  state
  progress
  error
  seconds
  startedAt
  training {
    serves
    verdict
    curves {
      area
      training
      epochs {
        epoch
        training
        heldBack
      }
    }
    card {
      architecture
      parameters
      areas
      step
      from
      until
      knownCounts
      seed
      weight
      limits
      tuning {
        areas
        inWords
      }
      score {
        origins
        mase
        seasonalNaiveMase
        recentMeanMase
        coverage {
          level
          observed
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<TrainingRunQuery, TrainingRunQueryVariables>;
export const TrainingProgressDocument = new TypedDocumentString(`
    subscription TrainingProgress($id: ID!) {
  runProgress(id: $id) {
    ...TrainingState
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}
fragment TrainingState on Run {
  ...RunStamp
  state
  progress
  error
  seconds
  startedAt
  training {
    serves
    verdict
    curves {
      area
      training
      epochs {
        epoch
        training
        heldBack
      }
    }
    card {
      architecture
      parameters
      areas
      step
      from
      until
      knownCounts
      seed
      weight
      limits
      tuning {
        areas
        inWords
      }
      score {
        origins
        mase
        seasonalNaiveMase
        recentMeanMase
        coverage {
          level
          observed
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<TrainingProgressSubscription, TrainingProgressSubscriptionVariables>;
export const PastTrainingsDocument = new TypedDocumentString(`
    query PastTrainings($jurisdiction: String!) {
  runs(jurisdiction: $jurisdiction, study: FORECAST, first: 100) {
    nodes {
      id
      state
      parameters
      startedAt
      seconds
    }
  }
}
    `) as unknown as TypedDocumentString<PastTrainingsQuery, PastTrainingsQueryVariables>;
export const DecompositionDocument = new TypedDocumentString(`
    query Decomposition($code: String!, $kind: String, $area: String, $step: SeriesStep, $method: DecompositionMethod, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    decomposition(
      kind: $kind
      code: $area
      step: $step
      method: $method
      filter: $filter
    ) {
      run {
        ...RunStamp
      }
      method
      seasonalStrength
      trendStrength
      seasons {
        steps
        strength
      }
      points {
        start
        observed
        trend
        seasonal
        remainder
        seasonals
      }
    }
  }
}
    fragment RunStamp on Run {
  id
  parameters
  datasetVersion
  codeVersion
  seed
}`) as unknown as TypedDocumentString<DecompositionQuery, DecompositionQueryVariables>;
export const DiagnosticsDocument = new TypedDocumentString(`
    query Diagnostics($code: String!, $kind: String, $area: String, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    diagnostics(kind: $kind, code: $area, step: DAY, lags: 28, filter: $filter) {
      verdict
      confidence
      acf
      pacf
      adf {
        statistic
        pValue
        lags
        verdict
      }
      kpss {
        statistic
        pValue
        lags
        verdict
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DiagnosticsQuery, DiagnosticsQueryVariables>;
export const MonthlyByOffenceDocument = new TypedDocumentString(`
    query MonthlyByOffence($code: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [CATEGORY, MONTH], filter: $filter, first: 100000) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<MonthlyByOffenceQuery, MonthlyByOffenceQueryVariables>;
export const MonthlyByAreaDocument = new TypedDocumentString(`
    query MonthlyByArea($code: String!, $kind: String!, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    counts(by: [AREA, MONTH], areaKind: $kind, filter: $filter, first: 100000) {
      keys
      incidents
    }
  }
}
    `) as unknown as TypedDocumentString<MonthlyByAreaQuery, MonthlyByAreaQueryVariables>;
export const SeriesDefectsDocument = new TypedDocumentString(`
    query SeriesDefects($code: String!, $kind: String, $area: String, $filter: IncidentFilter) {
  jurisdiction(code: $code) {
    seriesDefects(kind: $kind, code: $area, step: DAY, filter: $filter) {
      steps
      known
      zero
      longestGap
      note
      outliers {
        start
        count
        expected
      }
      shifts {
        start
        before
        after
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesDefectsQuery, SeriesDefectsQueryVariables>;