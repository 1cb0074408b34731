import { ClustersDocument, DensityDocument, HotspotsDocument, RiskDocument, type IncidentFilter } from './generated';
import { useQuery } from './useQuery';
import type { Parameters } from '../state/parameters';

interface Asked {
  code: string;
  filter: IncidentFilter;
  parameters: Parameters;
  kind: string | null;
  /** Which of the layers are wanted; the others cost nothing. */
  wanted: { density: boolean; hotspots: boolean; clusters: boolean; risk: boolean };
}

/** The computed layers of the current filter, each with its own state. */
export function useLayers({ code, filter, parameters, kind, wanted }: Asked) {
  return {
    density: useQuery(DensityDocument, wanted.density ? { code, filter, bandwidthMetres: parameters.bandwidth } : null),
    hotspots: useQuery(HotspotsDocument, wanted.hotspots ? { code, filter, cellMetres: parameters.cell } : null),
    clusters: useQuery(
      ClustersDocument,
      wanted.clusters ? { code, filter, epsilonMetres: parameters.epsilon, minPoints: parameters.minPoints } : null,
    ),
    risk: useQuery(RiskDocument, wanted.risk && kind ? { code, kind, horizonDays: parameters.horizon } : null),
  };
}

export type Layers = ReturnType<typeof useLayers>;
export type DensityData = NonNullable<NonNullable<Layers['density']['data']>['jurisdiction']>['density'];
export type HotspotData = NonNullable<NonNullable<Layers['hotspots']['data']>['jurisdiction']>['hotspots'];
export type ClusterData = NonNullable<NonNullable<Layers['clusters']['data']>['jurisdiction']>['clusters'];
export type RiskData = NonNullable<NonNullable<Layers['risk']['data']>['jurisdiction']>['riskScores'];
