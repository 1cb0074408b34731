import type { ReactNode } from 'react';
import type { LayerId } from '../../state/view';
import { ChangeLegend } from '../rail/ChangeLegend';
import { ClusterLegend } from '../rail/ClusterLegend';
import { ContourLegend } from '../rail/ContourLegend';
import { DensityLegend, FrameLegend } from '../rail/DensityLegend';
import { EmergingLegend } from '../rail/EmergingLegend';
import { ForecastChangeLegend } from '../rail/ForecastChangeLegend';
import { HotspotLegend } from '../rail/HotspotLegend';
import { IncidentLegend } from '../rail/IncidentLegend';
import { NearbyLegend } from '../rail/NearbyLegend';
import { NearRepeatLegend } from '../rail/NearRepeatLegend';
import { PlaceLegend } from '../rail/PlaceLegend';
import { RiskLegend } from '../rail/RiskLegend';
import { StabilityLegend } from '../rail/StabilityLegend';
import type { Inputs } from './layerInputs';

/** The legend of a layer alone, for the rail, the collapsed rail and phones; null where it has none yet. */
export function legendOf(id: LayerId, i: Inputs, brief: boolean): ReactNode {
  const { density, contours, change, forecastChange, hotspots, stability, clusters, emerging, nearRepeat, nearby, places, risk } = i.data;
  const areas = i.kinds.find((k) => k.code === i.kind)?.areas ?? 0;
  const period = i.period;
  switch (id) {
    case 'density': {
      if (i.reports < 2 && density) return <p className="small second">Too few for density (needs 2). {i.reports === 1 && 'Switch on Incidents to see the point.'}</p>;
      if (i.framed) return <FrameLegend top={i.top} brief={brief} />;
      return density && <DensityLegend surface={density} top={i.top} percentile={i.view.options.scale === 'percentile'} {...{ period, brief }} />;
    }
    case 'contours': return contours && <ContourLegend layer={contours} {...{ period, brief }} />;
    case 'change': return change && <ChangeLegend layer={change} measure={i.view.options.measure} brief={brief} />;
    case 'hotspots':
      if (i.view.options.sure === 'settings') return stability && <StabilityLegend layer={stability} {...{ period, brief }} />;
      return hotspots && <HotspotLegend layer={hotspots} unit={i.view.options.unit} {...{ period, brief }} />;
    case 'clusters':
      if (clusters && i.reports < i.view.parameters.minPoints) return <p className="small second">Too few for clusters (needs {i.view.parameters.minPoints}).</p>;
      return clusters && <ClusterLegend layer={clusters} parameters={i.view.parameters} method={i.view.options.clusters} {...{ period, brief }} />;
    case 'emerging': return emerging && <EmergingLegend layer={emerging} palette={i.palette} single={i.single} onSingle={i.onSingle} brief={brief} />;
    case 'nearRepeat': return nearRepeat && <NearRepeatLegend layer={nearRepeat} brief={brief} />;
    case 'places': return places && <PlaceLegend layer={places} brief={brief} />;
    case 'risk': return risk && <RiskLegend layer={risk} horizon={i.view.parameters.horizon} {...{ areas, brief }} />;
    case 'forecastChange': return forecastChange && <ForecastChangeLegend layer={forecastChange} horizon={i.view.parameters.horizon} vs={i.view.vs} {...{ areas, brief }} />;
    case 'nearby': return <NearbyLegend layer={nearby} kind={i.placeKinds.find((k) => k.code === i.placeKind)} {...{ period, brief }} />;
    case 'incidents': return <IncidentLegend period={period} n={i.reports} dots={i.dots} />;
    case 'areas': return null;
  }
}
