import type { ReactNode } from 'react';
import { count, metres, percentChange, plural } from '../../state/figures';
import { sentenceCase } from '../../state/words';
import { formatRisk } from '../../state/riskView';
import { settingOf, type LayerId } from '../../state/view';
import { placesBadge, seriesBadge } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';
import { PageLink } from '../PageLink';
import type { LayerEntry } from '../rail/LayerRail';
import { LayerBody } from './LayerBody';
import { ChangeRows } from './ChangeRows';
import { AgainstPicker, OptionPicker, ParameterSlider } from './layerControls';
import type { Inputs } from './layerInputs';

/** All rows of the rail, with their legends and parameters. */
export function layerEntries(i: Inputs): Record<LayerId, LayerEntry> {
  const { density, contours, change, hotspots, stability, clusters, emerging, nearRepeat, nearby, places, risk, forecastChange } = i.data;
  const kind = i.kinds.find((k) => k.code === i.kind);
  const body = (id: LayerId, parameters: ReactNode): LayerEntry['body'] => (
    <LayerBody id={id} inputs={i}>{parameters}</LayerBody>
  );
  return {
    density: { on: on(i, 'density'), body: body('density', <>
      <ParameterSlider name="bandwidth" label="Bandwidth" inputs={i} computed={density?.bandwidthMetres} format={metres} />
      <OptionPicker name="kernel" label="Kernels" inputs={i} words={{ fixed: 'equally wide everywhere', adaptive: 'wider where sparse' }} />
      <OptionPicker name="scale" label="Scale" inputs={i} words={{ own: i.view.swipe === null ? 'this window’s highest' : 'the higher of both sides', absolute: 'absolute, over the history', percentile: 'percentile of the cells' }} />
    </>) },
    contours: { on: on(i, 'contours'), body: body('contours', <>
      <ParameterSlider name="bandwidth" label="Bandwidth" inputs={i} computed={contours?.bandwidthMetres} format={metres} />
      <OptionPicker name="kernel" label="Kernels" inputs={i} words={{ fixed: 'equally wide everywhere', adaptive: 'wider where sparse' }} />
    </>) },
    change: { on: on(i, 'change'), aside: change && percentChange(change.incidents, change.before), body: body('change', <>
      <AgainstPicker inputs={i} />
      <OptionPicker name="measure" label="Measure" inputs={i} words={{ difference: 'difference', ratio: 'ratio' }} />
      <ParameterSlider name="bandwidth" label="Bandwidth" inputs={i} computed={change?.bandwidthMetres} format={metres} />
      <ChangeRows inputs={i} />
    </>) },
    hotspots: {
      on: on(i, 'hotspots'),
      aside: i.view.options.sure === 'settings' ? stability && `${count(stability.settings)} settings` : hotspots && `${count(hotspots.hot)} hot · ${count(hotspots.cold)} cold`,
      body: body('hotspots', <>
        <OptionPicker name="sure" label="Sure by" inputs={i} words={{ test: 'exact test', settings: 'many settings' }} />
        {i.view.options.sure === 'test' && <OptionPicker name="unit" label="Units" inputs={i} words={{ hexagon: 'hexagons', square: 'squares', area: kind?.label.toLowerCase() ?? 'areas' }} />}
        {(i.view.options.unit !== 'area' || i.view.options.sure === 'settings') && <ParameterSlider name="cell" label="Cell size" inputs={i} format={metres} />}
      </>),
    },
    clusters: {
      on: on(i, 'clusters'),
      aside: clusters && count(clusters.clusters.length),
      body: body('clusters', <>
        <OptionPicker name="clusters" label="Method" inputs={i} words={{ dbscan: 'DBSCAN', hdbscan: 'HDBSCAN*', 'st-dbscan': 'ST-DBSCAN' }} />
        {i.view.options.clusters !== 'hdbscan' && <ParameterSlider name="epsilon" label="Radius" inputs={i} format={metres} />}
        {i.view.options.clusters === 'st-dbscan' && <ParameterSlider name="withinDays" label="Within" inputs={i} format={(n) => plural(n, 'day')} />}
        <ParameterSlider name="minPoints" label="At least" inputs={i} format={(n) => plural(n, 'report')} />
      </>),
    },
    emerging: {
      on: on(i, 'emerging'),
      aside: emerging && count(emerging.patterns.reduce((sum, p) => sum + (p.pattern === 'NONE' ? 0 : p.cells), 0)),
      body: body('emerging', null),
    },
    nearRepeat: { on: on(i, 'nearRepeat'), aside: nearRepeat && count(nearRepeat.zones.length), body: body('nearRepeat', null) },
    places: { on: on(i, 'places'), aside: places && count(places.cells.length), body: body('places', places && (
      <ScoreBadge badge={placesBadge(places.scorecard, { run: places.run.datasetVersion, current: i.dataVersion })} card={places.scorecard} model="Places to come" />
    )) },
    risk: { on: on(i, 'risk'), body: body('risk', <>
      <ParameterSlider name="horizon" label="Horizon" inputs={i} format={(n) => `${n} days`} />
      {risk && <div><ScoreBadge badge={placesBadge(risk.scorecard, { run: risk.run.datasetVersion, current: i.dataVersion })} card={risk.scorecard} model="Risk" /></div>}
      {risk?.sensitivity && <p className="micro third">{risk.sensitivity}</p>}
      <p className="small"><PageLink view={i.view} to={{ page: 'risk' }} className="text-link">{formatRisk(i.view.risk).some(([, value]) => value) ? 'Weighed by hand: see how' : 'Weights, reasons and ranking'}</PageLink></p>
    </>) },
    forecastChange: { on: on(i, 'forecastChange'), body: body('forecastChange', <>
      <ParameterSlider name="horizon" label="Horizon" inputs={i} format={(n) => `${n} days`} />
      <AgainstPicker inputs={i} />
      {forecastChange && <div><ScoreBadge badge={seriesBadge(forecastChange.rising.scorecard, { run: forecastChange.rising.run.datasetVersion, current: i.dataVersion })} card={forecastChange.rising.scorecard} model="Best by scorecard" /></div>}
      <p className="small"><PageLink view={i.view} to={{ page: 'forecasts' }} className="text-link">Forecasts and movers</PageLink></p>
    </>) },
    nearby: {
      on: on(i, 'nearby'),
      aside: nearby && count(nearby.kind.places),
      body: body('nearby', i.placeKinds.length > 1 && (
        <label className="parameter">
          <span className="key">Kind</span>
          <select value={i.placeKind ?? ''} onChange={(e) => i.commit({ placeKind: e.target.value })}>
            {i.placeKinds.map((k) => <option key={k.code} value={k.code}>{sentenceCase(k.label)} ({count(k.places)})</option>)}
          </select>
        </label>
      )),
    },
    incidents: { on: on(i, 'incidents'), body: body('incidents', null) },
    areas: {
      on: on(i, 'areas'),
      aside: kind && `${kind.label}, ${count(kind.areas)}`,
      body: body('areas', i.kinds.length > 1 && (
        <label className="parameter">
          <span className="key">Kind</span>
          <select value={i.kind ?? ''} onChange={(e) => i.commit({ kind: e.target.value, area: null })}>
            {i.kinds.map((k) => <option key={k.code} value={k.code}>{k.label} ({count(k.areas)})</option>)}
          </select>
        </label>
      )),
    },
  };
}

const on = (i: Inputs, id: LayerId): boolean => settingOf(i.view, id) !== undefined;
