import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChangeData, ClusterData, ContourData, DensityData, HotspotData, Layers, RiskData } from '../../api/useLayers';
import { isBadInput, isNotComputed } from '../../api/errors';
import { count, metres, percentChange, plural, share } from '../../state/figures';
import { layerText } from '../../state/layerNames';
import type { Options } from '../../state/options';
import { parameterRange, type Parameters } from '../../state/parameters';
import { settingOf, type LayerId, type View } from '../../state/view';
import { placesBadge } from '../area/badge';
import { ScoreBadge } from '../area/ScoreBadge';
import { Slider } from '../controls/Slider';
import { ChangeLegend } from '../rail/ChangeLegend';
import { ClusterLegend } from '../rail/ClusterLegend';
import { ContourLegend } from '../rail/ContourLegend';
import { DensityLegend } from '../rail/DensityLegend';
import { HotspotLegend } from '../rail/HotspotLegend';
import { IncidentLegend } from '../rail/IncidentLegend';
import type { LayerEntry } from '../rail/LayerRail';
import { RiskLegend } from '../rail/RiskLegend';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';

interface Inputs {
  view: View;
  layers: Layers;
  data: { density?: DensityData; contours?: ContourData; change?: ChangeData; hotspots?: HotspotData; clusters?: ClusterData; risk?: RiskData };
  /** The window's length in words, its reports, and how many areas there are. */
  period: string;
  reports: number;
  kinds: readonly { code: string; label: string; areas: number }[];
  kind: string | null;
  dataVersion: string;
  /** The density picture did not arrive. */
  pictureFailed: boolean;
  /** Filtered offences whose records officers start. */
  officerInitiated: readonly string[];
  /** The map shows single dots. */
  dots: boolean;
  adjust: (patch: Partial<View>) => void;
  commit: (patch: Partial<View>) => void;
}

/** The legend of a layer alone, for the rail, the collapsed rail and phones; null where it has none yet. */
export function legendOf(id: LayerId, i: Inputs, brief: boolean): ReactNode {
  const { density, contours, change, hotspots, clusters, risk } = i.data;
  const areas = i.kinds.find((k) => k.code === i.kind)?.areas ?? 0;
  const period = i.period;
  switch (id) {
    case 'density': {
      if (i.reports < 2 && density) return <p className="small second">Too few for density (needs 2). {i.reports === 1 && 'Switch on Incidents to see the point.'}</p>;
      return density && <DensityLegend surface={density} top={i.view.scaleMax ?? density.max} {...{ period, brief }} />;
    }
    case 'contours': return contours && <ContourLegend layer={contours} {...{ period, brief }} />;
    case 'change': return change && <ChangeLegend layer={change} measure={i.view.options.measure} brief={brief} />;
    case 'hotspots': return hotspots && <HotspotLegend layer={hotspots} unit={i.view.options.unit} {...{ period, brief }} />;
    case 'clusters':
      if (clusters && i.reports < i.view.parameters.minPoints) return <p className="small second">Too few for clusters (needs {i.view.parameters.minPoints}).</p>;
      return clusters && <ClusterLegend layer={clusters} parameters={i.view.parameters} method={i.view.options.clusters} {...{ period, brief }} />;
    case 'risk': return risk && <RiskLegend layer={risk} horizon={i.view.parameters.horizon} {...{ areas, brief }} />;
    case 'incidents': return <IncidentLegend period={period} n={i.reports} dots={i.dots} />;
    case 'areas': return null;
  }
}

/** All rows of the rail, with their legends and parameters. */
export function layerEntries(i: Inputs): Record<LayerId, LayerEntry> {
  const { density, contours, change, hotspots, clusters, risk } = i.data;
  const kind = i.kinds.find((k) => k.code === i.kind);
  const body = (id: LayerId, parameters: ReactNode): LayerEntry['body'] => (
    <LayerBody id={id} inputs={i}>{parameters}</LayerBody>
  );
  return {
    density: { on: on(i, 'density'), body: body('density', <>
      <ParameterSlider name="bandwidth" label="Bandwidth" inputs={i} computed={density?.bandwidthMetres} format={metres} />
      <OptionPicker name="kernel" label="Kernels" inputs={i} words={{ fixed: 'equally wide everywhere', adaptive: 'wider where sparse' }} />
      <label className="parameter">
        <span className="key">Scale</span>
        <select value={i.view.scaleMax === null ? 'own' : 'fixed'} onChange={(e) => i.commit({ scaleMax: e.target.value === 'own' ? null : roundUp(density?.max ?? 1) })}>
          <option value="own">this window’s highest</option>
          <option value="fixed">fixed{i.view.scaleMax === null ? '' : ` at ${count(i.view.scaleMax)} per km²`}</option>
        </select>
      </label>
    </>) },
    contours: { on: on(i, 'contours'), body: body('contours', <>
      <ParameterSlider name="bandwidth" label="Bandwidth" inputs={i} computed={contours?.bandwidthMetres} format={metres} />
      <OptionPicker name="kernel" label="Kernels" inputs={i} words={{ fixed: 'equally wide everywhere', adaptive: 'wider where sparse' }} />
    </>) },
    change: { on: on(i, 'change'), aside: change && percentChange(change.incidents, change.before), body: body('change', <>
      <OptionPicker name="vs" label="Against" inputs={i} words={{ year: 'same window last year', before: 'window before' }} />
      <OptionPicker name="measure" label="Measure" inputs={i} words={{ difference: 'difference', ratio: 'ratio' }} />
      <ParameterSlider name="bandwidth" label="Bandwidth" inputs={i} computed={change?.bandwidthMetres} format={metres} />
    </>) },
    hotspots: {
      on: on(i, 'hotspots'),
      aside: hotspots && `${count(hotspots.hot)} hot · ${count(hotspots.cold)} cold`,
      body: body('hotspots', <>
        <OptionPicker name="unit" label="Units" inputs={i} words={{ hexagon: 'hexagons', square: 'squares', area: kind?.label.toLowerCase() ?? 'areas' }} />
        {i.view.options.unit !== 'area' && <ParameterSlider name="cell" label="Cell size" inputs={i} format={metres} />}
      </>),
    },
    clusters: {
      on: on(i, 'clusters'),
      aside: clusters && count(clusters.clusters.length),
      body: body('clusters', <>
        <OptionPicker name="clusters" label="Method" inputs={i} words={{ dbscan: 'DBSCAN', hdbscan: 'HDBSCAN*', 'st-dbscan': 'ST-DBSCAN' }} />
        {i.view.options.clusters !== 'hdbscan' && <ParameterSlider name="epsilon" label="Radius" inputs={i} format={metres} />}
        {i.view.options.clusters === 'st-dbscan' && <ParameterSlider name="days" label="Within" inputs={i} format={(n) => plural(n, 'day')} />}
        <ParameterSlider name="minPoints" label="At least" inputs={i} format={(n) => plural(n, 'report')} />
      </>),
    },
    risk: { on: on(i, 'risk'), body: body('risk', <>
      <ParameterSlider name="horizon" label="Horizon" inputs={i} format={(n) => `${n} days`} />
      {risk && <div><ScoreBadge badge={placesBadge(risk.scorecard, { run: risk.run.datasetVersion, current: i.dataVersion })} card={risk.scorecard} model="Risk" /></div>}
      {risk?.sensitivity && <p className="micro third">{risk.sensitivity}</p>}
    </>) },
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

/** A fixed scale starts at a round number not below the present maximum. */
const roundUp = (max: number): number => {
  const power = 10 ** Math.floor(Math.log10(max));
  return [1, 1.5, 2, 3, 5, 7, 10].map((m) => m * power).find((m) => m >= max) ?? max;
};

function LayerBody({ id, inputs, children }: { id: LayerId; inputs: Inputs; children: ReactNode }) {
  const setting = settingOf(inputs.view, id);
  const result = id === 'areas' || id === 'incidents' ? null : inputs.layers[id];
  if (!setting) return null;
  const setOpacity = (opacity: number) => inputs.adjust({ layers: inputs.view.layers.map((l) => (l.id === id ? { ...l, opacity } : l)) });
  return (
    <>
      {result?.error && isBadInput(result.error) && <p className="small second">{result.error.message}</p>}
      {result?.error && !isNotComputed(result.error) && !isBadInput(result.error) && <Failed what={layerText[id].name} error={result.error} retry={result.retry} />}
      {isNotComputed(result?.error) && <p className="small second">Not trained yet: open an area to start its forecast.</p>}
      {(id === 'density' || id === 'change') && inputs.pictureFailed && <Note icon={TriangleAlert} tone="bad" title="The picture did not arrive">Any change of the filter asks for it again.</Note>}
      <div className={result?.stale || result?.error ? 'dim' : undefined}>{legendOf(id, inputs, false)}</div>
      {inputs.officerInitiated.length > 0 && id !== 'areas' && <p className="micro third">{inputs.officerInitiated.join(', ')}: depends on where officers look.</p>}
      <div>
        {children}
        <Slider label="Opacity" value={Math.round(100 * setting.opacity)} min={10} max={100} step={5} format={(v) => share(v / 100)} onInput={(v) => setOpacity(v / 100)} />
      </div>
    </>
  );
}

interface SliderProps { name: keyof Parameters; label: string; inputs: Inputs; /** What the server chose where nothing is set. */ computed?: number; format: (n: number) => string }

function ParameterSlider({ name, label, inputs, computed, format }: SliderProps) {
  const value = inputs.view.parameters[name] ?? computed;
  if (value === undefined) return null;
  const set = (v: number) => inputs.adjust({ parameters: { ...inputs.view.parameters, [name]: v } });
  return <Slider label={label} value={value} {...parameterRange[name]} format={format} onInput={set} />;
}

interface PickerProps<Name extends keyof Options> { name: Name; label: string; inputs: Inputs; words: Record<Options[Name], string> }

function OptionPicker<Name extends keyof Options>({ name, label, inputs, words }: PickerProps<Name>) {
  const { options } = inputs.view;
  return (
    <label className="parameter">
      <span className="key">{label}</span>
      <select value={options[name]} onChange={(e) => inputs.commit({ options: { ...options, [name]: e.target.value } })}>
        {(Object.entries(words) as [string, string][]).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </label>
  );
}
