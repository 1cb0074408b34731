import {
  ClustersDocument, ContextPlacesDocument, ContoursDocument, DensityChangeDocument, DensityDocument, EmergingDocument, HotspotsDocument, MoversDocument, NearbyDocument, NearRepeatDocument, PlaceForecastDocument, RiskDocument, StabilityDocument,
  type ClusterMethod, type HotspotUnit, type IncidentFilter,
} from './generated';
import { moverBaseline } from './useForecasts';
import { useQuery } from './useQuery';
import type { Baseline } from '../state/baseline';
import { againstOf, reachingBack } from '../state/filter';
import type { Options } from '../state/options';
import type { Parameters } from '../state/parameters';
import { defaultWeights, shares, type RiskView } from '../state/riskView';

export type ComputedLayer = 'density' | 'contours' | 'hotspots' | 'clusters' | 'change' | 'emerging' | 'nearRepeat' | 'risk' | 'places' | 'forecastChange' | 'stability' | 'nearby' | 'contextPlaces';

interface Asked {
  code: string;
  filter: IncidentFilter;
  parameters: Parameters;
  options: Options;
  /** What the change layer compares with. */
  vs: Baseline;
  /** How the risk page weighs it. */
  risk: RiskView;
  kind: string | null;
  placeKind: string | null;
  /** Which of the layers are wanted; the others cost nothing. */
  wanted: Record<ComputedLayer, boolean>;
}

const methods: Record<Options['clusters'], ClusterMethod> = { dbscan: 'DBSCAN', hdbscan: 'HDBSCAN', 'st-dbscan': 'ST_DBSCAN' };
const units: Record<Options['unit'], HotspotUnit> = { hexagon: 'HEXAGON', square: 'SQUARE', area: 'AREA' };

/** What emerging patterns and near repeats look back on at least, days: 26 steps of four weeks; a year. */
const emergingDays = 728;
const yearDays = 364;

/** The computed layers of the current filter, each with its own state. */
export function useLayers({ code, filter, parameters, options, vs, risk, kind, placeKind, wanted }: Asked) {
  const surface = { code, filter, bandwidthMetres: parameters.bandwidth, adaptive: options.kernel === 'adaptive' };
  const cells = options.unit === 'area' ? { areaKind: kind } : { cellMetres: parameters.cell };
  return {
    density: useQuery(DensityDocument, wanted.density ? surface : null),
    contours: useQuery(ContoursDocument, wanted.contours ? surface : null),
    change: useQuery(DensityChangeDocument, wanted.change && filter.from ? { code, filter, ...againstOf(filter, vs), bandwidthMetres: parameters.bandwidth } : null),
    hotspots: useQuery(HotspotsDocument, wanted.hotspots ? { code, filter, unit: units[options.unit], ...cells } : null),
    clusters: useQuery(ClustersDocument, wanted.clusters ? {
      code, filter, method: methods[options.clusters], epsilonMetres: parameters.epsilon, minPoints: parameters.minPoints,
      epsilonDays: options.clusters === 'st-dbscan' ? parameters.withinDays : null,
    } : null),
    stability: useQuery(StabilityDocument, wanted.stability ? { code, filter, cellMetres: parameters.cell } : null),
    emerging: useQuery(EmergingDocument, wanted.emerging ? { code, filter: reachingBack(filter, emergingDays) } : null),
    nearRepeat: useQuery(NearRepeatDocument, wanted.nearRepeat ? { code, filter: reachingBack(filter, yearDays) } : null),
    nearby: useQuery(NearbyDocument, wanted.nearby && placeKind ? { code, kind: placeKind, filter } : null),
    contextPlaces: useQuery(ContextPlacesDocument, wanted.contextPlaces && placeKind ? { code, kind: placeKind } : null),
    // Its history is all there is before the window's end.
    places: useQuery(PlaceForecastDocument, wanted.places ? { code, filter: { ...filter, from: undefined } } : null),
    forecastChange: useQuery(MoversDocument, wanted.forecastChange && kind ? { code, kind, horizonDays: parameters.horizon, against: moverBaseline(vs), filter: { ...filter, from: undefined, to: undefined } } : null),
    risk: useQuery(RiskDocument, wanted.risk && kind ? {
      code, kind, horizonDays: parameters.horizon, weights: shares(risk.weights) ? risk.weights : defaultWeights, per: risk.per,
      severityWeighted: risk.severityWeighted, officerInitiatedWeight: risk.officerWeight, ...(risk.asOf && { asOf: risk.asOf }),
    } : null),
  };
}

type City<Name extends ComputedLayer> = NonNullable<NonNullable<ReturnType<typeof useLayers>[Name]['data']>['jurisdiction']>;

export type Layers = ReturnType<typeof useLayers>;
export type DensityData = City<'density'>['density'];
export type ContourData = City<'contours'>['density'];
export type ChangeData = City<'change'>['densityChange'];
export type HotspotData = City<'hotspots'>['hotspots'];
export type ClusterData = City<'clusters'>['clusters'];
export type EmergingData = City<'emerging'>['emergingHotspots'];
export type NearRepeatData = City<'nearRepeat'>['nearRepeat'];
export type PlaceData = City<'places'>['placeForecast'];
export type ForecastChangeData = City<'forecastChange'>;
export type NearbyData = City<'nearby'>['placeCorrelation'];
export type ContextPlaceData = City<'contextPlaces'>['places'];
export type StabilityData = City<'stability'>['hotspotStability'];
export type RiskData = City<'risk'>['riskScores'];
